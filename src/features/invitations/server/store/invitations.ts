import { type Selectable, sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { DB } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { EntryContent, InvitationKind } from '../../domain/invitation.ts'
import type { Mailing } from '../../domain/mailing.ts'

export type InvitationRow = {
  readonly id: string
  readonly kind: InvitationKind
  readonly subjectId: string
  readonly key: string
  readonly uid: string
  readonly sequence: number
  readonly contentSequence: number
  readonly timeSequence: number
  readonly content: EntryContent
  readonly organiserAddress: string | null
  readonly calledOffAt: Instant | null
}

function rowOf(row: Selectable<DB['calendar_invitations']>): InvitationRow {
  return {
    id: row.id,
    kind: row.kind as InvitationKind,
    subjectId: row.subject_id,
    key: row.entry_key,
    uid: row.uid,
    sequence: row.sequence,
    contentSequence: row.content_sequence,
    timeSequence: row.time_sequence,
    content: row.content as unknown as EntryContent,
    organiserAddress: row.organiser_address,
    calledOffAt: row.called_off_at,
  }
}

/** Lets one transaction at a time change an invitation, also one that does not exist yet. */
export async function holdInvitation({ db, orgId }: Tx, kind: InvitationKind, subjectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${orgId} ${kind} ${subjectId}`}, 7374))`.execute(db)
}

export async function entriesOfSubject(tx: Tx, kind: InvitationKind, subjectId: string): Promise<InvitationRow[]> {
  const rows = await tx.db
    .selectFrom('calendar_invitations')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map(rowOf)
}

export async function entryByUid(tx: Tx, uid: string): Promise<InvitationRow | null> {
  const row = await tx.db
    .selectFrom('calendar_invitations')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('uid', '=', uid)
    .executeTakeFirst()
  return row === undefined ? null : rowOf(row)
}

export type NewEntry = {
  readonly kind: InvitationKind
  readonly subjectId: string
  readonly key: string
  readonly content: EntryContent
  /** Where Tierwise runs: what makes the uid one of a kind in the world. */
  readonly host: string
}

export async function insertEntry(tx: Tx, given: NewEntry): Promise<InvitationRow> {
  const id = newId()
  const row = await tx.db
    .insertInto('calendar_invitations')
    .values({
      org_id: tx.orgId,
      id,
      kind: given.kind,
      subject_id: given.subjectId,
      entry_key: given.key,
      uid: `${id}@${given.host}`,
      sequence: 0,
      content_sequence: 0,
      time_sequence: 0,
      content: JSON.stringify(given.content),
      created_at: tx.now,
      changed_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return rowOf(row)
}

export async function updateEntry(
  tx: Tx,
  id: string,
  { sequence, contentSequence, timeSequence }: Mailing,
  content: EntryContent | null,
): Promise<void> {
  await tx.db
    .updateTable('calendar_invitations')
    .set({
      sequence,
      content_sequence: contentSequence,
      time_sequence: timeSequence,
      changed_at: tx.now,
      ...(content === null
        ? { called_off_at: tx.now }
        : { called_off_at: null, content: JSON.stringify(content) }),
    })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** Kept once: whoever wrote it in a calendar takes later news from the same address only. */
export async function fillOrganiserAddress(tx: Tx, uid: string, address: string): Promise<void> {
  await tx.db
    .updateTable('calendar_invitations')
    .set({ organiser_address: address })
    .where('org_id', '=', tx.orgId)
    .where('uid', '=', uid)
    .where('organiser_address', 'is', null)
    .execute()
}
