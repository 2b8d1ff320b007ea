import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { readTicket } from './actions.ts'
import { beginning, brokenLink, type ChainedEvent } from './chain.ts'
import { readChain } from './store/event-rows.ts'
import { findTicket } from './store/ticket-row.ts'

/** The ticket's events with what chains them, verified as it is read. */
export async function audit(tx: Tx, actor: PersonActor, ticketId: string) {
  await readTicket(tx, actor, ticketId)
  // Locked, so that a move between the two readings is not taken for a forgery.
  const stored = await findTicket(tx, ticketId, { lock: true })
  if (!stored) throw new NotFound('ticket')
  const links = await readChain(tx, ticketId)
  return {
    brokenAt: brokenLink(links) ?? cutOff(links, stored.lastHash),
    events: links.map(({ event, hash, previousHash }) => ({
      number: event.number,
      at: event.at,
      type: event.fact.type,
      by: event.by.kind === 'person' ? event.by.personId : event.by.name,
      hash: Buffer.from(hash).toString('hex'),
      previousHash: Buffer.from(previousHash).toString('hex'),
    })),
  }
}

/** A chain without its end still holds by itself: the ticket's row knows the hash of its last event. */
function cutOff(links: readonly ChainedEvent[], lastHash: Uint8Array): number | null {
  const end = links.at(-1)?.hash ?? beginning
  return Buffer.compare(end, lastHash) === 0 ? null : links.length + 1
}
