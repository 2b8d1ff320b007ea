import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TargetName, Ticket } from './ticket.ts'

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

/** What has to be done next on a ticket, and by whom. A ticket that waits asks nothing of anybody until it is over. */
export function dutiesOf(plan: SupportPlan, ticket: Ticket): readonly Duty[] {
  switch (ticket.stage.name) {
    case 'investigating':
      if (ticket.offer) return [{ kind: 'accept', tier: ticket.offer.to, personId: null }]
      if (ticket.waiting) return []
      return [{ kind: 'investigate', tier: ticket.stage.tier, personId: ticket.assigneeId }]
    case 'delivering':
      return [
        ...(ticket.waiting ? [] : [contactDuty(plan, ticket)]),
        ...noteDuties(ticket),
        ...questionDuties(ticket),
      ]
    case 'confirming':
      return [...noteDuties(ticket), ...questionDuties(ticket)]
    case 'closed':
      return []
  }
}

function contactDuty(plan: SupportPlan, ticket: Ticket): Duty {
  return { kind: 'contact', tier: plan.process.contactTier, personId: ticket.assigneeId }
}

/** Every tier below the one that found the cause has to understand the solution: that is what shifts work to the left. */
function noteDuties(ticket: Ticket): readonly Duty[] {
  const from = ticket.diagnosis?.byTier ?? 0
  return ticket.trail
    .filter((entry) => entry.tier < from && entry.tookNoteAt === null)
    .map((entry) => ({ kind: 'take-note', tier: entry.tier, personId: entry.agentId }))
}

function questionDuties(ticket: Ticket): readonly Duty[] {
  const { diagnosis, questions } = ticket
  if (!diagnosis || questions.every((question) => question.answer)) return []
  return [{ kind: 'answer-question', tier: diagnosis.byTier, personId: diagnosis.byAgent }]
}
