import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { FactOf, FactType, TicketEvent, TicketFact } from '#features/tickets/domain/events.ts'
import { decide } from '#features/tickets/domain/decide.ts'
import { type Decision, noContext } from '#features/tickets/domain/decision.ts'
import type { Move } from '#features/tickets/domain/moves.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import type { Difference } from './difference.ts'
import { standIn } from './stand-in.ts'

/** A recorded event, with the ticket before it: as it was, and as the draft would have made it of the same moves. */
export type Occasion = {
  readonly draft: SupportPlan
  /** The plan that it ran under then. */
  readonly published: SupportPlan
  readonly was: Ticket
  readonly ticket: Ticket
  readonly event: TicketEvent
}
export type Recorded<Type extends FactType> = Occasion & { readonly fact: FactOf<Type> }

/** What the draft makes of a recorded event. */
export type Judged<Fact extends TicketFact = TicketFact> = {
  /** The same, with what the plan decides decided by the draft. */
  readonly fact: Fact
  readonly differences: readonly Difference[]
  /** The draft brings the ticket to the bridge by this move. */
  readonly bridge?: boolean
}

/** Words that were erased, or that a replay has no use for. */
export const words = '…'

/** What the tickets' own rules say of a move under the draft, whoever makes it. */
export function underDraft({ draft, ticket, event }: Occasion, move: Move, levels?: readonly number[]): Decision {
  return under(draft, ticket, event, move, levels)
}

export function under(
  plan: SupportPlan,
  ticket: Ticket | null,
  { by, at }: TicketEvent,
  move: Move,
  levels?: readonly number[],
): Decision {
  const context = { ...noContext, knownIssueExists: true, linkedTicketExists: true }
  return decide(plan, ticket, standIn(plan, by, levels), move, at, context)
}

export function factIn<Type extends FactType>(decision: Decision, type: Type): FactOf<Type> | null {
  if (!decision.ok) return null
  return decision.value.find((fact): fact is FactOf<Type> => fact.type === type) ?? null
}
