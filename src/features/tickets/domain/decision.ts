import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketEvent, TicketFact } from './events.ts'
import type { Refused } from './refusals.ts'
import type { Ticket } from './ticket.ts'

/** The look-ups that the rules need and that a ticket does not hold. */
export type Context = {
  /** The ticket's events so far, in order. The clock's moves are judged by them. */
  readonly events: readonly TicketEvent[]
  /** The person that `assign` names, or null when there is no such person in the organisation. */
  readonly assignee: PersonActor | null
  /** Whether the known issue that `diagnose` links exists. */
  readonly knownIssueExists: boolean
  /** Whether the ticket that `link` names exists and may be seen by the actor. */
  readonly linkedTicketExists: boolean
}

export const noContext: Context = {
  events: [],
  assignee: null,
  knownIssueExists: false,
  linkedTicketExists: false,
}

/** What happens by a move, or why it does not. */
export type Decision = { readonly ok: true; readonly value: readonly TicketFact[] } | Refused

export const facts = (...value: readonly TicketFact[]): Decision => ({ ok: true, value })

/** Everything a rule looks at, besides the move itself. */
export type Scene = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly actor: Actor
  readonly at: Instant
  readonly context: Context
}
