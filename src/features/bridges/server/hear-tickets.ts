import type { TicketListener } from '#features/tickets/server/actions.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { proposeForBounces } from './propose.ts'
import type { BridgeServices } from './services.ts'

/** What happens to tickets changes agendas, and tiers that keep returning one to each other may have to meet about it. */
export function bridgeListener(services: BridgeServices): TicketListener {
  return async (platform, tx, heard) => {
    const key = `bridges.agendas ${tx.orgId}`
    await enqueue(tx, 'bridges.agendas', {}, { key })
    if (heard.event.fact.type === 'sent-back') await proposeForBounces(platform, tx, services, heard)
  }
}
