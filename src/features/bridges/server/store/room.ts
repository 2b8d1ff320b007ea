import { type Selectable, sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { BridgeEventsTable, BridgePresenceTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { QuorumPart } from '../../domain/meeting.ts'
import type { RoomEvent, RoomFact } from '../../domain/room/events.ts'
import { absentAfterSeconds, type Presence } from '../../domain/room/presence.ts'

/** The host's word that the bridge decides although people lack. */
export type Waiver = {
  readonly by: string
  readonly at: Instant
  readonly reason: string
  readonly lacks: readonly QuorumPart[]
}

/** What the room's row knows; a meeting that nobody came to has none. */
export type RoomRow = {
  readonly version: number
  readonly waived: Waiver | null
  readonly quorumSeconds: number | null
}

export async function findRoom(tx: Tx, meetingId: string): Promise<RoomRow> {
  const row = await tx.db
    .selectFrom('bridge_rooms')
    .select(['version', 'waived_lacks', 'waived_by', 'waived_at', 'waived_reason', 'quorum_seconds'])
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  if (!row) return { version: 0, waived: null, quorumSeconds: null }
  const { waived_by: by, waived_at: at, waived_reason: reason } = row
  const waived =
    by !== null && at !== null
      ? { by, at, reason: reason ?? '', lacks: row.waived_lacks as readonly QuorumPart[] }
      : null
  return { version: row.version, waived, quorumSeconds: row.quorum_seconds }
}

/** What differs whenever the meeting or its room does; null: no such meeting. */
export async function versionsOf(tx: Tx, meetingId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('bridge_meetings as meeting')
    .leftJoin('bridge_rooms as room', (join) =>
      join.onRef('room.org_id', '=', 'meeting.org_id').onRef('room.meeting_id', '=', 'meeting.id'),
    )
    .select(['meeting.version as meeting', 'room.version as room'])
    .where('meeting.org_id', '=', tx.orgId)
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst()
  return row ? `${row.meeting}.${row.room ?? 0}` : null
}

/** The room differs from now on. Gives its new version. Lock the meeting first. */
export async function touchRoom(tx: Tx, meetingId: string): Promise<number> {
  const { version } = await tx.db
    .insertInto('bridge_rooms')
    .values({ org_id: tx.orgId, meeting_id: meetingId })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'meeting_id']).doUpdateSet({ version: sql`bridge_rooms.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function setWaiver(tx: Tx, meetingId: string, waiver: Waiver): Promise<void> {
  const { by, at, reason, lacks } = waiver
  await tx.db
    .updateTable('bridge_rooms')
    .set({ waived_by: by, waived_at: at, waived_reason: reason, waived_lacks: JSON.stringify(lacks) })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

export async function setQuorumSeconds(tx: Tx, meetingId: string, seconds: number): Promise<void> {
  await tx.db
    .updateTable('bridge_rooms')
    .set({ quorum_seconds: seconds })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

function presenceFrom(row: Selectable<BridgePresenceTable>): Presence {
  const { person_id: personId, tiers, joined_at: joinedAt, seen_at: seenAt, left_at: leftAt } = row
  return { personId, tiers, joinedAt, seenAt, leftAt }
}

/** Everybody who came, in the order of coming. */
export async function presences(tx: Tx, meetingId: string): Promise<readonly Presence[]> {
  const rows = await tx.db
    .selectFrom('bridge_presence')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .orderBy('joined_at')
    .orderBy('person_id')
    .execute()
  return rows.map(presenceFrom)
}

export async function putPresence(
  tx: Tx,
  meetingId: string,
  personId: string,
  tiers: readonly number[],
): Promise<void> {
  const come = { tiers: [...tiers], joined_at: tx.now, seen_at: tx.now, left_at: null }
  await tx.db
    .insertInto('bridge_presence')
    .values({ org_id: tx.orgId, meeting_id: meetingId, person_id: personId, ...come })
    .onConflict((conflict) => conflict.columns(['org_id', 'meeting_id', 'person_id']).doUpdateSet(come))
    .execute()
}

/** That somebody who is there still is. False where they are not, so that they have to join (again). */
export async function keepPresence(tx: Tx, meetingId: string, personId: string): Promise<boolean> {
  const notBefore = new Date(Date.parse(tx.now) - absentAfterSeconds * 1000).toISOString()
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_presence')
    .set({ seen_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .where('seen_at', '>', notBefore)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function endPresence(tx: Tx, meetingId: string, personId: string, at: Instant): Promise<void> {
  await tx.db
    .updateTable('bridge_presence')
    .set({ left_at: at })
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute()
}

/** Appends to what happened, in the order given. Lock the meeting first. */
export async function appendEvents(
  tx: Tx,
  meetingId: string,
  added: readonly Omit<RoomEvent, 'number'>[],
): Promise<void> {
  if (added.length === 0) return
  const { last } = await tx.db
    .selectFrom('bridge_events')
    .select((row) => row.fn.coalesce(row.fn.max('number'), sql<number>`0`).as('last'))
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('bridge_events')
    .values(
      added.map(({ at, personId, ticketId, fact: { type, ...facts }, words }, index) => ({
        ...{ org_id: tx.orgId, meeting_id: meetingId, number: last + 1 + index, type, at, words },
        ...{ person_id: personId, ticket_id: ticketId, facts: JSON.stringify(facts) },
      })),
    )
    .execute()
}

function eventFrom(row: Selectable<BridgeEventsTable>): RoomEvent {
  return {
    number: row.number,
    at: row.at,
    personId: row.person_id,
    ticketId: row.ticket_id,
    fact: { type: row.type, ...(row.facts as object) } as RoomFact,
    words: row.words,
  }
}

/** What happened, in order; `last` gives so many at most. */
export async function eventsOf(tx: Tx, meetingId: string, last = 100_000): Promise<readonly RoomEvent[]> {
  const rows = await tx.db
    .selectFrom('bridge_events')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('meeting_id', '=', meetingId)
    .orderBy('number', 'desc')
    .limit(last)
    .execute()
  return rows.toReversed().map(eventFrom)
}
