import type { Tx } from '#platform/database/transaction.ts'
import type { Snapshot } from '../domain/context.ts'
import { askAfterOpening, insertSnapshot, readSnapshots, type ToFreeze } from './store/snapshots.ts'

/**
 * Freezes what is known of a person now, in the caller's transaction, by one statement. Null when nothing is known. At the opening of
 * a ticket for somebody of whom nothing fresh is known a read is asked for by the same statement, and frozen too when it is there.
 */
export async function freezeSnapshot(tx: Tx, what: ToFreeze): Promise<string | null> {
  return what.reason === 'opened' ? askAfterOpening(tx, what) : insertSnapshot(tx, what)
}

/** What was read because a ticket was opened is what its opening is compared with. */
export async function freezeAfterOpening(tx: Tx, personId: string, subject: string): Promise<void> {
  await insertSnapshot(tx, { personId, subject, reason: 'opened', at: tx.now })
}

/** What was frozen with a ticket, oldest first. */
export async function snapshotsOf(tx: Tx, subject: string): Promise<readonly Snapshot[]> {
  return readSnapshots(tx, subject)
}
