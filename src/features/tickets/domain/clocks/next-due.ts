import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { quietPeriodOver } from '../contact-hours.ts'
import type { TicketEvent } from '../events.ts'
import type { Move } from '../moves.ts'
import type { TargetRef, Ticket } from '../ticket.ts'
import type { DueMoment } from './due-moment.ts'
import { dueMoments } from './due-moments.ts'
import { sameTarget } from './target-runs.ts'

/**
 * What the clock has to do next on a ticket, and when. A moment that has passed is due at once. Whoever wakes at that moment asks
 * again: when it woke late, a target that was to be at risk may be missed.
 */
export type NextDue = { readonly at: Instant; readonly move: Move }

/** The next due moment: a ticket has one job for it. Null when only people can move it on. */
export function nextDue(
  plan: SupportPlan,
  ticket: Ticket,
  events: readonly TicketEvent[],
  at: Instant,
): NextDue | null {
  const moments = [
    ...waitingOver(ticket),
    ...quietOver(plan, ticket),
    ...retryContact(ticket),
    ...dueMoments(plan, events, at).flatMap((due) => markOf(ticket, due, at)),
  ]
  return moments.reduce<NextDue | null>((first, one) => (first && first.at <= one.at ? first : one), null)
}

function waitingOver({ waiting }: Ticket): readonly NextDue[] {
  return waiting?.for === 'until' ? [{ at: waiting.until, move: { move: 'resume' } }] : []
}

function quietOver(plan: SupportPlan, ticket: Ticket): readonly NextDue[] {
  const over = quietPeriodOver(plan, ticket)
  return over === null ? [] : [{ at: over, move: { move: 'close' } }]
}

function retryContact({ stage, contactAttempts }: Ticket): readonly NextDue[] {
  const last = contactAttempts.at(-1)
  return stage.name === 'delivering' && last?.retryAt && !last.reminded
    ? [{ at: last.retryAt, move: { move: 'remind-contact' } }]
    : []
}

/** A miss is marked even if the warning before it was not: late is late. */
function markOf(ticket: Ticket, due: DueMoment, at: Instant): readonly NextDue[] {
  const { target, tier, since, state, dueAt, warnAt } = due
  if (dueAt === null || (state !== 'running' && state !== 'missed') || isMarked(ticket.missed, due)) return []
  const ref = { target, tier, since }
  const warned = isMarked(ticket.atRisk, due) || warnAt === null || warnAt >= dueAt || dueAt <= at
  return warned
    ? [{ at: dueAt, move: { move: 'mark-target-missed', ...ref } }]
    : [{ at: warnAt, move: { move: 'mark-target-at-risk', ...ref } }]
}

function isMarked(marked: readonly TargetRef[], ref: TargetRef): boolean {
  return marked.some((one) => sameTarget(one, ref))
}
