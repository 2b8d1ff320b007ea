import type { SnapshotReason } from '#features/devices/domain/context.ts'
import { freezeSnapshot } from '#features/devices/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { FactType, TicketEvent } from '../domain/events.ts'
import type { Ticket } from '../domain/ticket.ts'

/** What is known of the requester's devices is frozen where the ticket changes hands. */
const reasons: Partial<Record<FactType, SnapshotReason>> = {
  opened: 'opened',
  'handover-offered': 'offered',
  'handover-accepted': 'accepted',
  'vendor-case-opened': 'vendor',
}

export async function freezeContext(tx: Tx, ticket: Ticket, added: readonly TicketEvent[]): Promise<void> {
  await Promise.all(
    added.map(async ({ fact, at }) => {
      const reason = reasons[fact.type]
      if (reason) await freezeSnapshot(tx, { personId: ticket.requesterId, subject: ticket.id, reason, at })
    }),
  )
}
