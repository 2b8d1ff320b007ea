import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import { contextReaders } from '../domain/readers.ts'

/** Pages that show this person read again. */
export async function tellContext(tx: Tx, personId: string): Promise<void> {
  await announce(tx, { topic: 'devices', subject: personId, audience: { roles: contextReaders } })
}

/** Pages that show anybody read again: certificates and service health are everybody's. */
export async function tellOrganisation(tx: Tx): Promise<void> {
  await announce(tx, { topic: 'devices', subject: 'organisation', audience: { roles: contextReaders } })
}
