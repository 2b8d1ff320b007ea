import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketEvent, TicketFact } from './events.ts'
import type { MoveName, MoveOf } from './moves.ts'
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
  /** The known issue that was written down for `diagnose` to create; null when none was. */
  readonly createdKnownIssue: string | null
  /** Whether the ticket that `link` names exists and may be seen by the actor. */
  readonly linkedTicketExists: boolean
  /** The version of the plan that `migrate` names, or null when no ticket can go there. */
  readonly migration: Migration | null
}

export type Migration = {
  readonly planVersionId: string
  readonly plan: SupportPlan
  readonly fromNumber: number
  readonly toNumber: number
}

export const noContext: Context = {
  events: [],
  assignee: null,
  knownIssueExists: false,
  createdKnownIssue: null,
  linkedTicketExists: false,
  migration: null,
}

/** What happens by a move, or why it does not. */
export type Decision = { readonly ok: true; readonly value: readonly TicketFact[] } | Refused

export const happens = (...value: readonly TicketFact[]): Decision => ({ ok: true, value })

/** Who wants to move which ticket, when, under which plan. */
export type Scene = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly actor: Actor
  readonly at: Instant
}

/** A lead stands in for what is lacking; it is recorded. */
export type Override = { readonly tier: number; readonly lacked: 'certification' | 'holding' }
export type Permit = { readonly ok: true; readonly override: Override | null } | Refused

export const permitted: Permit = { ok: true, override: null }

/**
 * The rule of one move. `permit` looks at who, when and the plan, not at what was typed: it also tells the pages which moves are
 * open. What `permit` lets a person do, some input makes happen.
 */
export type Rule<Name extends MoveName> = {
  readonly permit: (scene: Scene) => Permit
  readonly decide: (scene: Scene, move: MoveOf<Name>, context: Context) => Decision
}
