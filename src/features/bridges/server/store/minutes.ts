import type { Selectable } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { BridgeMinutesTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TierAttendance } from '../../domain/room/attendance.ts'

export type Minutes = {
  readonly version: number
  readonly revision: number
  readonly summary: string
  readonly sent: null | { readonly at: Instant; readonly by: string; readonly content: unknown }
  readonly pdf: 'none' | 'making' | 'made' | 'failed'
  readonly files: { readonly nl: string | null; readonly en: string | null }
}

function minutesFrom(row: Selectable<BridgeMinutesTable>): Minutes {
  const { version, revision, summary, sent: content, sent_at: at, sent_by: by, pdf } = row
  const sent = at !== null && by !== null ? { at, by, content } : null
  return { version, revision, summary, sent, pdf, files: { nl: row.pdf_nl, en: row.pdf_en } }
}

const minutes = (tx: Tx, meetingId: string) =>
  tx.db
    .selectFrom('bridge_minutes')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .orderBy('version')

/** Every version, the first one first. */
export async function minutesOf(tx: Tx, meetingId: string): Promise<readonly Minutes[]> {
  return (await minutes(tx, meetingId).execute()).map(minutesFrom)
}

export async function insertMinutes(
  tx: Tx,
  meetingId: string,
  version: number,
  summary: string,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('bridge_minutes')
    .values({
      ...{ org_id: tx.orgId, meeting_id: meetingId, version, summary, written_by: by, written_at: tx.now },
    })
    .execute()
}

export async function saveMinutes(tx: Tx, meetingId: string, changed: Minutes, by: string): Promise<void> {
  const { version, revision, summary, sent, pdf } = changed
  await tx.db
    .updateTable('bridge_minutes')
    .set({
      ...{ revision, summary, written_by: by, written_at: tx.now },
      ...(sent ? { sent: JSON.stringify(sent.content), sent_at: sent.at, sent_by: sent.by, pdf } : {}),
    })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .execute()
}

/** Enters the prints of minutes, or that there are none. False where that has been done: the mails have gone out. */
export async function enterPrints(
  tx: Tx,
  meetingId: string,
  version: number,
  prints: { readonly nl: string; readonly en: string } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_minutes')
    .set(prints ? { pdf: 'made', pdf_nl: prints.nl, pdf_en: prints.en } : { pdf: 'failed' })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .where('pdf', '=', 'making')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function insertAttendance(
  tx: Tx,
  meetingId: string,
  tiers: readonly TierAttendance[],
): Promise<void> {
  if (tiers.length === 0) return
  await tx.db
    .insertInto('bridge_attendance')
    .values(
      tiers.map(({ tier, needed, came, atOnce, enoughSeconds }) => ({
        ...{ org_id: tx.orgId, meeting_id: meetingId, tier, needed, came, at_once: atOnce },
        enough_seconds: enoughSeconds,
      })),
    )
    .execute()
}
