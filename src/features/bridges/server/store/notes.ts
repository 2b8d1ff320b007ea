import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export type NotesRow = {
  readonly last: number
  readonly compacted: number
  readonly state: Buffer | null
  readonly bytes: number
}

export type NoteUpdate = { readonly number: number; readonly update: Buffer }

const none: NotesRow = { last: 0, compacted: 0, state: null, bytes: 0 }

/** The notes' row, locked: whoever writes waits here, so that numbers become visible in their order. */
export async function lockNotes(tx: Tx, meetingId: string): Promise<NotesRow> {
  await tx.db
    .insertInto('bridge_notes')
    .values({ org_id: tx.orgId, meeting_id: meetingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx.db
    .selectFrom('bridge_notes')
    .select(['last', 'compacted', 'state', 'bytes'])
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** State and later updates as they were at one moment. */
export async function readNotes(
  tx: Tx,
  meetingId: string,
  after: number,
): Promise<{ readonly row: NotesRow; readonly updates: readonly NoteUpdate[] }> {
  // One statement, one snapshot: between two, the updates could be compacted away.
  const { rows } = await sql<NotesRow & { number: number | null; update: Buffer | null }>`
    select notes.last, notes.compacted, notes.bytes, later.number, later.update,
      case when notes.compacted > ${after} and (later.number is null or later.first) then notes.state end as state
    from bridge_notes notes
    left join (
      select number, update, row_number() over (order by number) = 1 as first
      from bridge_note_updates
      where org_id = ${tx.orgId} and meeting_id = ${meetingId} and number > ${after}
    ) later on true
    where notes.org_id = ${tx.orgId} and notes.meeting_id = ${meetingId}
    order by later.number`.execute(tx.db)
  const [first] = rows
  if (!first) return { row: none, updates: [] }
  const { last, compacted, state, bytes } = first
  const updates = rows.flatMap(({ number, update }) => (number !== null && update ? [{ number, update }] : []))
  return { row: { last, compacted, state, bytes }, updates }
}

/** Which of these keys are there already. */
export async function knownKeys(tx: Tx, meetingId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('bridge_note_updates')
    .select('key')
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('key', 'in', [...keys])
    .execute()
  return new Set(rows.map(({ key }) => key))
}

export type Appended = { readonly number: number; readonly key: string; readonly update: Buffer }

/** Appends under the notes' lock. */
export async function appendUpdates(
  tx: Tx,
  meetingId: string,
  by: string,
  added: readonly Appended[],
): Promise<void> {
  const last = added.at(-1)
  if (!last) return
  const bytes = added.reduce((sum, { update }) => sum + update.length, 0)
  await tx.db
    .insertInto('bridge_note_updates')
    .values(
      added.map(({ number, key, update }) => ({
        ...{ org_id: tx.orgId, meeting_id: meetingId, number, key, update, written_by: by, written_at: tx.now },
      })),
    )
    .execute()
  await tx.db
    .updateTable('bridge_notes')
    .set({ last: last.number, bytes: sql`bytes + ${bytes}` })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** All of it in one state; the rows that it holds go. Under the notes' lock. */
export async function compactTo(tx: Tx, meetingId: string, number: number, state: Uint8Array): Promise<void> {
  await tx.db
    .updateTable('bridge_notes')
    .set({ compacted: number, state: Buffer.from(state), bytes: state.length })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .execute()
  await tx.db
    .deleteFrom('bridge_note_updates')
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('number', '<=', number)
    .execute()
}
