import type { FactOf, FactType, TicketEvent } from './events.ts'
import type { ApplyAll } from './evolve/apply.ts'
import { clockFacts } from './evolve/clock.ts'
import { classificationFacts } from './evolve/classification.ts'
import { confirmationFacts } from './evolve/confirmation.ts'
import { conversationFacts } from './evolve/conversation.ts'
import { handoverFacts } from './evolve/handover.ts'
import { opened } from './evolve/opened.ts'
import { wayDownFacts } from './evolve/way-down.ts'
import type { Ticket } from './ticket.ts'

const applications: ApplyAll<Exclude<FactType, 'opened'>> = {
  ...conversationFacts,
  ...handoverFacts,
  ...wayDownFacts,
  ...confirmationFacts,
  ...classificationFacts,
  ...clockFacts,
}

/** The ticket after one more event. Events come in order: a gap is a fault of whoever stored them. */
export function evolve(ticket: Ticket | null, event: TicketEvent): Ticket {
  const version = ticket ? ticket.version : 0
  if (event.number !== version + 1) throw new Error(`Event ${event.number} does not follow version ${version}`)
  if (event.fact.type === 'opened') {
    if (ticket) throw new Error('A ticket is opened once')
    return opened(event.fact, event)
  }
  if (!ticket) throw new Error(`A ticket begins with "opened", not with "${event.fact.type}"`)
  return { ...apply(ticket, event.fact.type, event.fact, event), version: event.number }
}

export function replay(events: readonly TicketEvent[]): Ticket | null {
  return events.reduce<Ticket | null>(evolve, null)
}

function apply<Type extends keyof typeof applications>(
  ticket: Ticket,
  type: Type,
  fact: FactOf<Type>,
  event: TicketEvent,
): Ticket {
  return applications[type](ticket, fact, event)
}
