import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { readTicket } from './actions.ts'
import { brokenLink } from './chain.ts'
import { readChain } from './store/event-rows.ts'

/** The ticket's events with what chains them, verified as it is read. */
export async function audit(tx: Tx, actor: PersonActor, ticketId: string) {
  await readTicket(tx, actor, ticketId)
  const links = await readChain(tx, ticketId)
  return {
    brokenAt: brokenLink(links),
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
