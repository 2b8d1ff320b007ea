import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TargetName, Ticket } from './ticket.ts'
import { agentOf, tiersInTurn } from './trail.ts'

export const dutyKinds = ['investigate', 'accept', 'take-note', 'contact', 'answer-question'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** Something that somebody has to do next. `personId` null: anybody's in the tier. */
export type Duty = { readonly kind: DutyKind; readonly tier: number; readonly personId: string | null }

/** The target that a duty runs against, where the plan has one. */
export const targetOfDuty: Readonly<Record<DutyKind, TargetName | null>> = {
  investigate: 'work',
  accept: 'acknowledge',
  'take-note': 'take-note',
  contact: 'contact',
  'answer-question': null,
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
