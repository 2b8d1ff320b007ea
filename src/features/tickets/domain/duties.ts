import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { StandingTarget } from './clocks/due-moments.ts'
import type { TargetName, Ticket } from './ticket.ts'
import { agentOf, tiersInTurn } from './trail.ts'

export const dutyKinds = ['investigate', 'accept', 'take-note', 'contact', 'answer-question'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** Something that somebody has to do next. `personId` null: anybody's in the tier. */
export type Duty = { readonly kind: DutyKind; readonly tier: number; readonly personId: string | null }

/** The targets that a duty keeps or lets slip: those of its tier, and those of the whole ticket. */
const targetsOfDuty: Readonly<Record<DutyKind, readonly TargetName[]>> = {
  investigate: ['acknowledge', 'work', 'resolve'],
  accept: ['acknowledge', 'resolve'],
  'take-note': ['take-note'],
  contact: ['contact', 'resolve'],
  'answer-question': ['contact', 'resolve'],
}

/** Until when a duty has to be done: the first of its targets that has yet to be reached. */
export function dueOfDuty({ kind, tier }: Duty, standing: readonly StandingTarget[]): StandingTarget | null {
  const own = standing.find(
    (one) => targetsOfDuty[kind].includes(one.target) && (one.tier === null || one.tier === tier),
  )
  return own ?? null
}

/**
 * What has to be done next on a ticket, and by whom. A ticket that waits asks nothing of anybody until it is over. Learning a solution
 * and answering about it outlive the ticket: they do not keep the requester waiting.
 */
export function dutiesOf(plan: SupportPlan, ticket: Ticket): readonly Duty[] {
  const { stage, offer, waiting, assigneeId } = ticket
  if (stage.name === 'investigating') {
    if (offer) return [{ kind: 'accept', tier: offer.to, personId: null }]
    return waiting ? [] : [{ kind: 'investigate', tier: stage.tier, personId: assigneeId }]
  }
  return [...contactDuties(plan, ticket), ...noteDuties(plan, ticket), ...questionDuties(ticket)]
}

function contactDuties(plan: SupportPlan, { stage, assigneeId }: Ticket): readonly Duty[] {
  const tier = plan.process.contactTier
  const turn = stage.name === 'delivering' && stage.tier === tier
  return turn ? [{ kind: 'contact', tier, personId: assigneeId }] : []
}

/** Every tier below the one that found the cause has to understand the solution: that is what shifts work to the left. */
function noteDuties(plan: SupportPlan, ticket: Ticket): readonly Duty[] {
  return tiersInTurn(plan, ticket).map((tier) => ({
    kind: 'take-note',
    tier,
    personId: agentOf(ticket.trail, tier),
  }))
}

function questionDuties({ diagnosis, questions }: Ticket): readonly Duty[] {
  if (!diagnosis || questions.every((question) => question.answer)) return []
  return [{ kind: 'answer-question', tier: diagnosis.byTier, personId: diagnosis.byAgent }]
}
