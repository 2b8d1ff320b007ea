import type { TicketListener } from '#features/tickets/server/actions.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { plusMinutes } from '../domain/schedule.ts'
import { proposeForBounces } from './propose.ts'
import type { BridgeServices } from './services.ts'

/** What happens to tickets changes agendas, and tiers that keep returning one to each other may have to meet about it. */
export function bridgeListener(services: BridgeServices): TicketListener {
  return async (platform, tx, heard) => {
    const key = `bridges.agendas ${tx.orgId}`
    // Moves come in flocks: one look at the queue a few seconds later does for all. At a desk that never rests, every five minutes.
    await enqueue(tx, 'bridges.agendas', {}, { key, runAt: plusMinutes(tx.now, 1 / 20) })
    if (heard.event.fact.type === 'sent-back') await proposeForBounces(platform, tx, services, heard)
  }
}
