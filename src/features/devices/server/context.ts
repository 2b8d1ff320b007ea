import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { DeviceContext } from '../domain/context.ts'
import { cachedContext } from './store/contexts.ts'

/** What was last read of a person; null when nothing was. Never asks Microsoft. */
export async function contextOf(tx: Tx, personId: string): Promise<DeviceContext | null> {
  return (await cachedContext(tx, personId))?.context ?? null
}

/** Asks for a read of this person, however often it is asked for; listening pages hear `devices` with the person's id when it is there. */
export async function refreshContext(tx: Tx, personId: string): Promise<void> {
  await enqueue(tx, 'devices.read', { personId }, { key: personId, maxAttempts: 3 })
}

/** Asks for a read of what holds for the whole organisation. */
export async function askOrganisation(tx: Tx): Promise<void> {
  await enqueue(tx, 'devices.read-organisation', {}, { key: 'organisation', maxAttempts: 3 })
}
