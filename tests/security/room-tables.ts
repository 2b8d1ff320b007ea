import { randomBytes } from 'node:crypto'
import { newId } from '#platform/database/id.ts'

type Given = { readonly meetingId: string; readonly personId: string; readonly now: string }

/** A row for every table of a bridge's room, of one meeting. */
export function roomTables({
  meetingId,
  personId,
  now,
}: Given): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const meeting = { meeting_id: meetingId }
  return {
    bridge_rooms: { ...meeting },
    bridge_presence: { ...meeting, person_id: personId, tiers: [1], joined_at: now, seen_at: now },
    bridge_events: { ...meeting, number: 1, type: 'joined', at: now, person_id: personId, facts: '{}' },
    bridge_notes: { ...meeting, last: 1 },
    bridge_note_updates: {
      ...meeting,
      number: 1,
      key: newId(),
      update: randomBytes(8),
      written_by: personId,
      written_at: now,
    },
    bridge_tasks: {
      ...meeting,
      id: newId(),
      what: 'Vraag het na',
      owner_id: personId,
      due: '2027-01-04',
      given_by: personId,
      given_at: now,
    },
    bridge_decisions: {
      ...meeting,
      id: newId(),
      kind: 'other',
      what: 'We wachten',
      decided_by: personId,
      decided_at: now,
      present: [personId],
      quorum: true,
    },
    bridge_minutes: { ...meeting, version: 1, summary: 'Opgelost', written_by: personId, written_at: now },
    bridge_attendance: { ...meeting, tier: 1, needed: 1, came: 1, at_once: 1, enough_seconds: 60 },
  }
}
