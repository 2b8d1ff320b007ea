import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type LogRow = {
  readonly at: Instant
  readonly byPerson: string | null
  readonly what: string
  readonly details: Readonly<Record<string, string | number>>
}

/** Notes what happened. Details name kinds, hashes and reasons: never what is hidden. */
export async function note(
  { db, orgId, now }: Tx,
  caseId: string,
  what: string,
  byPerson: string | null,
  details: LogRow['details'] = {},
): Promise<void> {
  await sql`insert into vendor_case_log (org_id, id, case_id, at, by_person, what, details)
    values (${orgId}, ${newId()}, ${caseId}, ${now}, ${byPerson}, ${what}, ${JSON.stringify(details)}::jsonb)`.execute(
    db,
  )
}

export async function logOf({ db, orgId }: Tx, caseId: string): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`select at, by_person as "byPerson", what, details from vendor_case_log
    where org_id = ${orgId} and case_id = ${caseId} order by at, id`.execute(db)
  return rows
}

export type PacketRow = {
  readonly id: string
  readonly at: Instant
  readonly byPerson: string
  readonly form: 'text' | 'pdf' | 'zip'
  readonly sha256: string
  readonly size: number
  readonly fileId: string
  readonly hidden: number
  readonly shown: number
}

export async function insertPacket({ db, orgId }: Tx, caseId: string, one: PacketRow): Promise<void> {
  await sql`insert into vendor_packets (org_id, id, case_id, at, by_person, form, sha256, size, file_id, hidden, shown)
    values (${orgId}, ${one.id}, ${caseId}, ${one.at}, ${one.byPerson}, ${one.form}, ${one.sha256}, ${one.size},
      ${one.fileId}, ${one.hidden}, ${one.shown})`.execute(db)
}

/** Newest first. */
export async function packetsOf({ db, orgId }: Tx, caseId: string): Promise<PacketRow[]> {
  const { rows } = await sql<PacketRow>`select id, at, by_person as "byPerson", form, sha256, size,
      file_id as "fileId", hidden, shown
    from vendor_packets where org_id = ${orgId} and case_id = ${caseId} order by id desc`.execute(db)
  return rows
}
