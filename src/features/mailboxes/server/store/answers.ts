import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type Suppressed = {
  readonly address: string
  readonly since: Instant
  readonly reason: 'bounced' | 'refused' | 'complained'
  readonly answer: string | null
}

export async function suppress({ db, orgId, now }: Tx, one: Omit<Suppressed, 'since'>): Promise<void> {
  await sql`insert into suppressed_addresses (org_id, address, since, reason, answer)
    values (${orgId}, ${one.address}, ${now}, ${one.reason}, ${one.answer?.slice(0, 2000) ?? null})
    on conflict (org_id, address) do nothing`.execute(db)
}

export async function isSuppressed({ db, orgId }: Tx, address: string): Promise<boolean> {
  const { rows } = await sql`select from suppressed_addresses
    where org_id = ${orgId} and address = ${address}`.execute(db)
  return rows.length > 0
}

export async function listSuppressed({ db, orgId }: Tx): Promise<Suppressed[]> {
  const { rows } = await sql<Suppressed>`select address, since, reason, answer from suppressed_addresses
    where org_id = ${orgId} order by since desc, address limit 500`.execute(db)
  return rows
}

export async function liftSuppression({ db, orgId }: Tx, address: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from suppressed_addresses
    where org_id = ${orgId} and address = ${address}`.execute(db)
  return numAffectedRows === 1n
}

/** Locks the sender for the rest of the transaction, and tells what they have had: two nodes cannot both be the fifth. */
export async function answersKnown(
  { db, orgId, now }: Tx,
  { address, ticketId, mailId }: { address: string; ticketId: string; mailId: string },
): Promise<{ readonly answeredTicket: boolean; readonly answersInADay: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${orgId} answers ${address}`}, 7373))`.execute(db)
  const { rows } = await sql<{ answeredTicket: boolean; answersInADay: number }>`select
    exists (select from automatic_answers where org_id = ${orgId} and address = ${address}
      and ticket_id = ${ticketId} and sent_mail_id <> ${mailId}) as "answeredTicket",
    (select count(*) from automatic_answers where org_id = ${orgId} and address = ${address}
      and sent_mail_id <> ${mailId} and at > ${now}::timestamptz - interval '1 day') as "answersInADay"`.execute(
    db,
  )
  return rows[0] ?? { answeredTicket: true, answersInADay: 0 }
}

/** Enters an automatic answer before it is sent: a crash in between costs an answer, never sends one too many. */
export async function enterAnswer(
  { db, orgId, now }: Tx,
  { address, ticketId, mailId }: { address: string; ticketId: string; mailId: string },
): Promise<void> {
  await sql`insert into automatic_answers (org_id, address, ticket_id, sent_mail_id, at)
    values (${orgId}, ${address}, ${ticketId}, ${mailId}, ${now}) on conflict do nothing`.execute(db)
}
