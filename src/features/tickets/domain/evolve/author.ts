import type { TicketEvent } from '../events.ts'

/** The person who made a move that only people make. */
export function authorId(event: TicketEvent): string {
  if (event.by.kind === 'person') return event.by.personId
  throw new Error(`"${event.fact.type}" is done by a person, not by the ${event.by.name}`)
}
