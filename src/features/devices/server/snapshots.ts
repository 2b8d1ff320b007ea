import type { Tx } from '#platform/database/transaction.ts'
import type { Snapshot, SnapshotReason } from '../domain/context.ts'
import { insertSnapshot, readSnapshots } from './store/snapshots.ts'

export type ToFreeze = {
  readonly personId: string
  /** The ticket. */
  readonly subject: string
  readonly reason: SnapshotReason
  readonly at: string
}

/** Freezes what is known of a person now, in the caller's transaction, by one statement. Null when nothing is known. */
export async function freezeSnapshot(tx: Tx, what: ToFreeze): Promise<string | null> {
  return insertSnapshot(tx, what)
}

/** What was frozen with a ticket, oldest first. */
export async function snapshotsOf(tx: Tx, subject: string): Promise<readonly Snapshot[]> {
  return readSnapshots(tx, subject)
}
