import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { DeviceContext } from '../domain/context.ts'
import { cachedContext } from './store/contexts.ts'

/** What was last read of a person; null when nothing was. Never asks Microsoft. */
export async function contextOf(tx: Tx, personId: string): Promise<DeviceContext | null> {
  return cachedContext(tx, personId)
}

/** Asks for a read of this person, however often it is asked for; listening pages hear `devices` with the person's id when it is there. */
export async function refreshContext(tx: Tx, personId: string): Promise<void> {
  await enqueue(tx, 'devices.read', { personId }, { key: `devices.read:${tx.orgId}:${personId}`, maxAttempts: 3 })
}
