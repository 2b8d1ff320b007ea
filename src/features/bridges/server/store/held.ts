import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type HeldWithTicket = {
  readonly ticketId: string
  readonly beganAt: Instant
  /** Null while it is going on. */
  readonly endedAt: Instant | null
}

/** When meetings that began after a moment were held, once for each ticket that was on their agenda. */
export async function heldWithTickets(tx: Tx, since: Instant): Promise<readonly HeldWithTicket[]> {
  const rows = await tx.db
    .selectFrom('bridge_meetings as meeting')
    .innerJoin('bridge_agenda_items as item', (join) =>
      join.onRef('item.org_id', '=', 'meeting.org_id').onRef('item.meeting_id', '=', 'meeting.id'),
    )
    .select(['item.ticket_id', 'meeting.began_at', 'meeting.ended_at'])
    .where('meeting.org_id', '=', tx.orgId)
    .where('meeting.began_at', '>', since)
    .where('item.ticket_id', 'is not', null)
    .execute()
  return rows.flatMap(({ ticket_id, began_at, ended_at }) =>
    ticket_id !== null && began_at !== null ? [{ ticketId: ticket_id, beganAt: began_at, endedAt: ended_at }] : [],
  )
}

export type AttendanceRow = {
  readonly meetingId: string
  readonly tier: number
  readonly needed: number
  readonly came: number
  readonly atOnce: number
  readonly enoughSeconds: number
}

/** Who came to these meetings, per tier. */
export async function attendanceOf(tx: Tx, meetingIds: readonly string[]): Promise<readonly AttendanceRow[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('bridge_attendance')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', 'in', [...meetingIds])
    .orderBy('tier')
    .execute()
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    tier: row.tier,
    needed: row.needed,
    came: row.came,
    atOnce: row.at_once,
    enoughSeconds: row.enough_seconds,
  }))
}

/** For how long these meetings had their quorum; null where the room did not say. */
export async function quorumSecondsOf(
  tx: Tx,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('bridge_rooms')
    .select(['meeting_id', 'quorum_seconds'])
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', 'in', [...meetingIds])
    .execute()
  return new Map(rows.map((row) => [row.meeting_id, row.quorum_seconds]))
}

/** How many things are on these agendas, and how long they are to take. */
export async function agendaSizes(tx: Tx, meetingIds: readonly string[]) {
  if (meetingIds.length === 0) return new Map<string, { items: number; minutes: number }>()
  const rows = await tx.db
    .selectFrom('bridge_agenda_items')
    .select(['meeting_id', (eb) => eb.fn.countAll<number>().as('items'), sql<number>`sum(minutes)`.as('minutes')])
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', 'in', [...meetingIds])
    .where('state', 'in', ['waiting', 'on-table', 'done'])
    .groupBy('meeting_id')
    .execute()
  return new Map(rows.map((row) => [row.meeting_id, { items: Number(row.items), minutes: Number(row.minutes) }]))
}
