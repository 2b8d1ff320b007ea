import type { NoticeMoment } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { sameTarget, targetRuns } from './clocks/target-runs.ts'
import type { FactOf, TicketEvent, TicketFact } from './events.ts'
import { momentsOf, type WantedNotice } from './moments.ts'
import type { Ticket } from './ticket.ts'
import { agentOf, tiersToNote } from './trail.ts'

type Receivers = readonly WantedNotice['to'][]

/** Whom a moment asks something. To everybody else whom the plan tells, and at every other moment, it is news. */
export const askedOf: Readonly<Partial<Record<NoticeMoment, Receivers>>> = {
  opened: ['tier', 'tier-lead'],
  reopened: ['assignee', 'tier', 'tier-lead'],
  assigned: ['assignee'],
  answered: ['assignee', 'tier', 'tier-lead'],
  'waiting-over': ['assignee', 'tier', 'tier-lead'],
  escalated: ['tier', 'tier-lead'],
  'sent-back': ['assignee', 'tier', 'tier-lead'],
  'handed-down': ['trail', 'assignee', 'tier'],
  'question-on-solution': ['diagnoser'],
  'target-at-risk': ['assignee', 'tier', 'tier-lead'],
  'target-missed': ['assignee', 'tier', 'tier-lead'],
}

/** The numbers of those events that asked something which was done or dropped since, whoever did it. */
export function overSince(events: readonly TicketEvent[], plan: SupportPlan): ReadonlySet<number> {
  const inOrder = events.toSorted((one, other) => one.number - other.number)
  const runs = inOrder.some(({ fact }) => isTarget(fact)) ? targetRuns(plan, inOrder) : []
  const over = new Set<number>()
  for (const [index, { number, fact }] of inOrder.entries()) {
    const asking = momentsOf(fact, plan.process.contactTier).find((moment) => askedOf[moment])
    if (!asking) continue
    const isReached = isTarget(fact) && !runs.some(({ ref, endedAt }) => endedAt === null && sameTarget(ref, fact))
    const isOver = inOrder.slice(index + 1).some((later) => ends(later.fact, asking, fact))
    if (isReached || isOver) over.add(number)
  }
  return over
}

/** Whether something that was asked may be over with this fact. */
export function mayEndAsking(fact: TicketFact): boolean {
  return endsAsking(fact).length > 0 || ['note-taken', 'target-missed', 'migrated'].includes(fact.type)
}

function ends(later: TicketFact, asking: NoticeMoment, fact: TicketFact): boolean {
  // Of two questions one may be answered; what is missed is at risk no longer.
  if (later.type === 'question-answered')
    return fact.type === 'question-asked' && fact.questionId === later.questionId
  if (later.type === 'target-missed') return fact.type === 'target-at-risk' && sameTarget(fact, later)
  return endsAsking(later).includes(asking)
}

const ofTheHolder = ['reopened', 'assigned', 'sent-back', 'answered', 'waiting-over'] as const
export const lateness: readonly NoticeMoment[] = ['target-at-risk', 'target-missed']
const learning = ['handed-down', 'question-on-solution'] as const

/**
 * What is no longer asked with this fact. Whoever has a ticket is asked nothing more about what they went on from, or when another
 * has it; a target asks until it is reached. Learning outlives the ticket, as its duties do.
 */
export function endsAsking(fact: TicketFact): readonly NoticeMoment[] {
  switch (fact.type) {
    case 'assigned':
      return ['opened', ...ofTheHolder, ...lateness]
    case 'replied':
      return ['answered', 'waiting-over']
    case 'released':
    case 'asked':
    case 'waiting':
    case 'vendor-case-opened':
      return ofTheHolder
    case 'handover-offered':
      return ['opened', ...ofTheHolder]
    case 'handover-withdrawn':
      return ['escalated']
    case 'handover-accepted':
    case 'sent-back':
      return ['escalated', ...ofTheHolder, ...lateness]
    case 'diagnosed':
      return ['opened', ...ofTheHolder, ...lateness, ...learning]
    case 'question-answered':
      return ['question-on-solution']
    case 'contacted':
      if (fact.outcome === 'not-reached') return ofTheHolder
      return [...ofTheHolder, ...lateness, ...(fact.outcome === 'did-not-work' ? learning : [])]
    case 'closed':
      return ['opened', 'escalated', ...ofTheHolder, ...lateness]
    case 'reopened':
      return learning
    default:
      return []
  }
}

export function isTarget(fact: TicketFact): fact is FactOf<'target-at-risk' | 'target-missed'> {
  return fact.type === 'target-at-risk' || fact.type === 'target-missed'
}

/** Who still has to take note of a solution; null: anybody of a tier in which nobody had the ticket. */
export function stillToLearn(ticket: Ticket): readonly string[] | null {
  const agents = tiersToNote(ticket).map((tier) => agentOf(ticket.trail, tier))
  const known = agents.filter((agent) => agent !== null)
  return known.length === agents.length ? known : null
}
