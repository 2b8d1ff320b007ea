import { sql } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Tx } from '../database/transaction.ts'
import { enqueue } from '../jobs/enqueue.ts'

export type FailedOutgoing = {
  readonly id: string
  readonly kind: string
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Instant
}

/** What could not be delivered, newest first. */
export async function failedOutgoing({ db, orgId }: Tx, kind: string): Promise<FailedOutgoing[]> {
  const { rows } = await sql<FailedOutgoing>`select id, kind, attempts, last_error as "lastError",
    created_at as "createdAt" from outbox
    where org_id = ${orgId} and state = 'failed' and kind = ${kind} order by created_at desc limit 200`.execute(db)
  return rows
}

/** Tries a failed delivery again from the start. False when there is none with this id. */
export async function deliverAgain(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update outbox set state = 'waiting', attempts = 0
    where org_id = ${tx.orgId} and id = ${id} and state = 'failed'`.execute(tx.db)
  if (numAffectedRows !== 1n) return false
  await enqueue(tx, 'outbox.deliver', { id }, { key: id })
  return true
}
