import type { TicketEvent } from '#features/tickets/domain/events.ts'
import { evolve } from '#features/tickets/domain/evolve.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'

/** A ticket after each of its events. */
export type TicketState = { readonly event: TicketEvent; readonly ticket: Ticket }

export function statesOf(events: readonly TicketEvent[]): readonly TicketState[] {
  const states: TicketState[] = []
  let ticket: Ticket | null = null
  for (const event of events) {
    ticket = evolve(ticket, event)
    states.push({ event, ticket })
  }
  return states
}
