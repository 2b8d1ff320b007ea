import type { FactOf, FactType, TicketEvent } from '../events.ts'
import type { Ticket } from '../ticket.ts'

/** What a fact makes of a ticket. The version is seen to by `evolve`. */
type Apply<Type extends FactType> = (ticket: Ticket, fact: FactOf<Type>, event: TicketEvent) => Ticket
export type ApplyAll<Type extends FactType> = { readonly [One in Type]: Apply<One> }
