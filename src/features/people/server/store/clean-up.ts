import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import { signInLasts } from './sign-ins.ts'

/** Proofs and counts that no longer say anything. Used links stay: who came in by which is part of the record. */
export async function deleteWhatIsOver(tx: Tx): Promise<void> {
  const ago = (days: number) => sql`${tx.now}::timestamptz - make_interval(days => ${days})`
  const own = sql`org_id = ${tx.orgId}`
  await sql`delete from sign_ins where ${own} and (expires_at < ${tx.now} or seen_at < ${ago(signInLasts.unusedDays)})`.execute(
    tx.db,
  )
  await sql`delete from provider_sign_ins where ${own} and expires_at < ${tx.now}`.execute(tx.db)
  await sql`delete from half_sign_ins where ${own} and expires_at < ${tx.now}`.execute(tx.db)
  await sql`delete from passkey_challenges where ${own} and expires_at < ${tx.now}`.execute(tx.db)
  await sql`delete from authenticators where ${own} and confirmed_at is null and begun_at < ${ago(1)}`.execute(
    tx.db,
  )
  await sql`delete from sign_in_attempts where ${own} and since < ${ago(1)}`.execute(tx.db)
  await sql`delete from api_tokens where ${own} and expires_at < ${ago(30)}`.execute(tx.db)
}
