import { sql } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Tx } from '../database/transaction.ts'
import type { Platform } from '../platform.ts'

/** Every payload carries its organisation; `enqueue` puts it there. */
export type JobPayload = { readonly orgId: string }

/** Which try this is: after the last one the job is given up. */
export type JobTry = { readonly isLast: boolean }

/** A job runs at least once; what it does twice must be as good as once. Each reads its own kind of payload. */
export type Job = (platform: Platform, payload: never, jobTry: JobTry) => Promise<void>
export type Jobs = Readonly<Record<string, Job>>

export type JobOptions = {
  /** One waiting job per key: a later `enqueue` with the key replaces time and payload of an earlier one. */
  readonly key?: string
  readonly runAt?: Instant
  /** Tries, with growing pauses, before the job stays behind as failed; 12 (some sixteen hours) when absent. */
  readonly maxAttempts?: number
}

/** Adds a job in the transaction: it exists if and only if the transaction commits. */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  { key, runAt, maxAttempts = 12 }: JobOptions = {},
): Promise<void> {
  const full = JSON.stringify({ ...payload, orgId: tx.orgId })
  await sql`select job_add(${name}, ${full}::json, ${key ?? null}, ${runAt ?? null}::timestamptz, ${maxAttempts}::int)`.execute(
    tx.db,
  )
}

/** Takes back the waiting job with this key, if there is one. */
export async function cancelJob(tx: Tx, name: string, key: string): Promise<void> {
  await sql`select job_remove(${name}, ${key})`.execute(tx.db)
}
