import { type Selectable, sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { BridgeMeetingsTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Meeting, QuorumPart } from '../../domain/meeting.ts'

function meetingFrom(row: Selectable<BridgeMeetingsTable>): Meeting {
  const { plan_bridge, occurrence_day, occurrence_number, reason, cancelled_why } = row
  return {
    id: row.id,
    version: row.version,
    standing:
      plan_bridge !== null && occurrence_day !== null && occurrence_number !== null
        ? { bridge: plan_bridge, day: occurrence_day, number: occurrence_number }
        : null,
    planVersionId: row.plan_version_id,
    name: { nl: row.name_nl, en: row.name_en },
    called: reason === null ? null : { reason, words: row.reason_words ?? '', by: row.called_by },
    startsAt: row.starts_at,
    plannedFor: row.planned_for,
    plannedMinutes: row.planned_minutes,
    timeZone: row.time_zone,
    quorum: row.quorum as readonly QuorumPart[],
    hostTeam: row.host_team,
    scribeTeam: row.scribe_team,
    hostId: row.host_id,
    scribeId: row.scribe_id,
    meetingLink: row.meeting_link,
    linkByHand: row.link_by_hand,
    state: row.state,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    cancelled: cancelled_why === null ? null : { why: cancelled_why, by: row.cancelled_by },
  }
}

function rowFrom(meeting: Meeting) {
  return {
    plan_bridge: meeting.standing?.bridge ?? null,
    plan_version_id: meeting.planVersionId,
    occurrence_day: meeting.standing?.day ?? null,
    occurrence_number: meeting.standing?.number ?? null,
    name_nl: meeting.name.nl,
    name_en: meeting.name.en,
    reason: meeting.called?.reason ?? null,
    reason_words: meeting.called?.words ?? null,
    called_by: meeting.called?.by ?? null,
    starts_at: meeting.startsAt,
    planned_for: meeting.plannedFor,
    planned_minutes: meeting.plannedMinutes,
    time_zone: meeting.timeZone,
    quorum: JSON.stringify(meeting.quorum),
    host_team: meeting.hostTeam,
    scribe_team: meeting.scribeTeam,
    host_id: meeting.hostId,
    scribe_id: meeting.scribeId,
    meeting_link: meeting.meetingLink,
    link_by_hand: meeting.linkByHand,
    state: meeting.state,
    began_at: meeting.beganAt,
    ended_at: meeting.endedAt,
    cancelled_why: meeting.cancelled?.why ?? null,
    cancelled_by: meeting.cancelled?.by ?? null,
  }
}

const meetings = (tx: Tx) => tx.db.selectFrom('bridge_meetings').selectAll().where('org_id', '=', tx.orgId)

/** Reads a meeting; `lock` keeps everybody else who changes it waiting until this transaction ends. */
export async function findMeeting(tx: Tx, id: string, { lock }: { lock: boolean }): Promise<Meeting | null> {
  const query = meetings(tx).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? meetingFrom(row) : null
}

/** False where this meeting of the standing bridge is there already: two nodes can make it at the same time. */
export async function insertMeeting(tx: Tx, meeting: Meeting): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('bridge_meetings')
    .values({ org_id: tx.orgId, id: meeting.id, created_at: tx.now, ...rowFrom(meeting) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Writes a meeting that was read with its lock. Its version goes up by one; returns it as it now is. */
export async function saveMeeting(tx: Tx, meeting: Meeting): Promise<Meeting> {
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_meetings')
    .set({ ...rowFrom(meeting), version: meeting.version + 1 })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', meeting.id)
    .where('version', '=', meeting.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`Meeting ${meeting.id} was not at version ${meeting.version}`)
  return { ...meeting, version: meeting.version + 1 }
}

/** Every meeting of standing bridges on and after this day, in any state. */
export async function standingFrom(tx: Tx, day: string): Promise<readonly Meeting[]> {
  const rows = await meetings(tx)
    .where('plan_bridge', 'is not', null)
    .where('occurrence_day', '>=', day)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(meetingFrom)
}

/** Planned and running meetings that begin before `until`, the first one first; among them those whose time has passed. */
export async function openMeetings(tx: Tx, until: Instant): Promise<readonly Meeting[]> {
  const rows = await meetings(tx)
    .where('state', 'in', ['planned', 'running'])
    .where('starts_at', '<', until)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(meetingFrom)
}

/** Cancelled meetings that would have been between two moments. */
export async function cancelledBetween(tx: Tx, from: Instant, until: Instant): Promise<readonly Meeting[]> {
  const rows = await meetings(tx)
    .where('state', '=', 'cancelled')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .orderBy('starts_at')
    .execute()
  return rows.map(meetingFrom)
}

/** Meetings that were held, the latest first. */
export async function heldMeetings(
  tx: Tx,
  { bridge, before, limit }: { bridge?: string | undefined; before?: Instant | undefined; limit: number },
): Promise<readonly Meeting[]> {
  const rows = await meetings(tx)
    .where('state', '=', 'ended')
    .$if(bridge !== undefined, (some) => some.where('plan_bridge', '=', bridge ?? ''))
    .$if(before !== undefined, (some) => some.where('starts_at', '<', before ?? ''))
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(meetingFrom)
}

/** When the last meeting before this moment began; null when there was none. */
export async function lastHeldBefore(tx: Tx, at: Instant): Promise<Instant | null> {
  const row = await tx.db
    .selectFrom('bridge_meetings')
    .select('began_at')
    .where('org_id', '=', tx.orgId)
    .where('state', 'in', ['running', 'ended'])
    .where('starts_at', '<', at)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.began_at ?? null
}

/** Makes whoever plans meetings of this organisation wait for each other. */
export async function lockPlanning(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bridges ${tx.orgId}`}, 0))`.execute(tx.db)
}
