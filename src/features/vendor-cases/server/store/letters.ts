import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type MailRow = {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly at: Instant
  readonly fromAddress: string
  readonly fromName: string
  readonly toAddress: string
  readonly subject: string
  readonly text: string
  readonly files: readonly string[]
  readonly automatic: boolean
  readonly byPerson: string | null
  readonly messageId: string | null
}

/** False where this very mail is with the case already. */
export async function insertMail(
  { db, orgId }: Tx,
  caseId: string,
  mail: MailRow & { readonly inboundMailId: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into vendor_case_mails (org_id, id, case_id, direction, at,
      from_address, from_name, to_address, subject, text, files, automatic, by_person, inbound_mail_id, message_id)
    values (${orgId}, ${mail.id}, ${caseId}, ${mail.direction}, ${mail.at}, ${mail.fromAddress}, ${mail.fromName},
      ${mail.toAddress}, ${mail.subject.slice(0, 1000)}, ${mail.text.slice(0, 100_000)}, ${[...mail.files]}::uuid[],
      ${mail.automatic}, ${mail.byPerson}, ${mail.inboundMailId}, ${mail.messageId})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** Oldest first. */
export async function mailsOf({ db, orgId }: Tx, caseId: string): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`select id, direction, at, from_address as "fromAddress",
      from_name as "fromName", to_address as "toAddress", subject, text, files, automatic,
      by_person as "byPerson", message_id as "messageId"
    from vendor_case_mails where org_id = ${orgId} and case_id = ${caseId} order by at, id`.execute(db)
  return rows
}

/** The case in which we wrote one of these. */
export async function caseOfMails({ db, orgId }: Tx, ids: readonly string[]): Promise<string | null> {
  if (ids.length === 0) return null
  const { rows } = await sql<{ id: string }>`select case_id as id from vendor_case_mails
    where org_id = ${orgId} and id = any(${[...ids]}::uuid[]) limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export async function acceptAddress(
  { db, orgId, now }: Tx,
  caseId: string,
  address: string,
  by: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into vendor_case_addresses (org_id, case_id, address, accepted_at,
      accepted_by) values (${orgId}, ${caseId}, ${address.toLowerCase()}, ${now}, ${by})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

export async function acceptedAddresses({ db, orgId }: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`select address from vendor_case_addresses
    where org_id = ${orgId} and case_id = ${caseId}`.execute(db)
  return new Set(rows.map(({ address }) => address))
}

/** How many mails of each case are from an address that nobody accepted. */
export async function unprovenMails(
  { db, orgId }: Tx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ caseId: string; count: number }>`
    select m.case_id as "caseId", count(*)::int as count from vendor_case_mails m
    where m.org_id = ${orgId} and m.case_id = any(${[...caseIds]}::uuid[]) and m.direction = 'in'
      and not exists (select from vendor_case_addresses a
        where a.org_id = m.org_id and a.case_id = m.case_id and a.address = m.from_address)
    group by m.case_id`.execute(db)
  return new Map(rows.map(({ caseId, count }) => [caseId, count]))
}
