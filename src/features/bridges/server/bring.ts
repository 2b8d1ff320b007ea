import type { PersonActor, SystemActor } from '#features/people/domain/actor.ts'
import { moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'

const desk: SystemActor = { kind: 'system', name: 'clock' }

/**
 * Brings a ticket to the bridge, so that what is found there counts as noted by whoever is present. In the name of the person where they
 * may; otherwise the desk does it for them, with their reason: whoever takes part in a bridge may have something talked about there.
 * Refused for a ticket that is closed. Nothing where it is on the bridge already.
 */
export async function bringToBridge(tx: Tx, actor: PersonActor, ticketId: string, reason: string): Promise<void> {
  const { ticket } = await readTicket(tx, actor, ticketId)
  if (ticket.stage.name === 'closed') throw new Refused({ code: 'ticket-closed' })
  if (ticket.onBridge) return
  const move = { ticketId, move: { move: 'bring-to-bridge', reason } as const, seenVersion: null }
  try {
    await moveTicket(tx, actor, move)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await moveTicket(tx, desk, move)
  }
}
