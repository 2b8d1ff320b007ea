import type { Instant } from '#features/people/domain/instant.ts'
import type { TicketEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Stage, Ticket, Waiting } from '../ticket.ts'
import { tierOnTheClock } from './responsible.ts'

/** A stretch of a ticket's life in which one tier was responsible in one way. `to` is null while it lasts. */
export type Interval = {
  readonly from: Instant
  readonly to: Instant | null
  readonly stage: Stage['name']
  readonly tier: number | null
  readonly holderId: string | null
  readonly waiting: Waiting['for'] | null
}

/**
 * A ticket's life in intervals: each begins where the one before ends, from opening to closing, over every reopening (the time that it
 * was closed is an interval without a tier). A ticket that is closed now ends with its last closing.
 */
export function intervals(events: readonly TicketEvent[]): readonly Interval[] {
  const found: Interval[] = []
  let ticket: Ticket | null = null
  for (const event of events) {
    ticket = evolve(ticket, event)
    const next = intervalOf(ticket, event.at)
    const last = found.at(-1)
    if (last && alike(last, next)) continue
    if (last) found.pop()
    if (last && last.from < event.at) found.push({ ...last, to: event.at })
    const before = found.at(-1)
    if (before && alike(before, next)) found[found.length - 1] = { ...before, to: null }
    else found.push(next)
  }
  if (found.at(-1)?.stage === 'closed') found.pop()
  return found
}

function intervalOf(ticket: Ticket, from: Instant): Interval {
  return {
    from,
    to: null,
    stage: ticket.stage.name,
    tier: tierOnTheClock(ticket),
    holderId: ticket.assigneeId,
    waiting: ticket.waiting?.for ?? null,
  }
}

function alike(one: Interval, other: Interval): boolean {
  return (
    one.stage === other.stage &&
    one.tier === other.tier &&
    one.holderId === other.holderId &&
    one.waiting === other.waiting
  )
}
