import type { Move, MoveName } from './moves.ts'
import { type Refused, refuse } from './refusals.ts'
import type { Ticket } from './ticket.ts'

/** Moves that mean the same whatever happened in the meantime: adding words or keeping an eye on a ticket loses nothing. */
const alwaysFresh: ReadonlySet<MoveName> = new Set([
  'reply',
  'note',
  'answer',
  'add-evidence',
  'follow',
  'unfollow',
  'tag',
  'link',
  'unlink',
  'rate',
  'warn-lead',
])

/** A mover has to have seen the ticket as it is: otherwise the move is refused and they look again. */
export function checkFresh(ticket: Ticket, move: Move, seenVersion: number | null): Refused | null {
  if (seenVersion === null || seenVersion === ticket.version || alwaysFresh.has(move.move)) return null
  return refuse({ code: 'ticket-moved-on', version: ticket.version })
}
