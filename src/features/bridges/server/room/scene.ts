import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import { staff } from '../../contract/answers.ts'
import type { Meeting, QuorumPart } from '../../domain/meeting.ts'
import type { RoomEvent, RoomFact } from '../../domain/room/events.ts'
import { type Presence, presentAt } from '../../domain/room/presence.ts'
import { lacking } from '../../domain/room/quorum.ts'
import type { RoomRefusal, RoomScene } from '../../domain/room/rights.ts'
import { findMeeting } from '../store/meetings.ts'
import { appendEvents, findRoom, presences, type RoomRow, touchRoom } from '../store/room.ts'

/** A meeting and its room, in hand: nobody else changes them until the transaction ends. */
export type RoomInHand = {
  readonly meeting: Meeting
  readonly room: RoomRow
  readonly present: readonly Presence[]
  readonly lacks: readonly QuorumPart[]
}

export async function takeRoom(tx: Tx, meetingId: string): Promise<RoomInHand> {
  const meeting = await findMeeting(tx, meetingId, { lock: true })
  if (!meeting) throw new NotFound('meeting')
  const [room, all] = await Promise.all([findRoom(tx, meetingId), presences(tx, meetingId)])
  const present = presentAt(all, tx.now)
  return { meeting, room, present, lacks: lacking(meeting.quorum, present) }
}

export function sceneOf(tx: Tx, actor: PersonActor, { meeting, present }: RoomInHand): RoomScene {
  const isHere = (id: string | null) => present.some(({ personId }) => personId === id)
  return { meeting, actor, isPresent: isHere(actor.personId), hostIsPresent: isHere(meeting.hostId), at: tx.now }
}

export function permit(refusal: RoomRefusal | null): void {
  if (refusal) throw new Refused(refusal)
}

export type Happened = {
  readonly personId?: string | null
  readonly ticketId?: string | null
  readonly words?: string | null
  readonly fact: RoomFact
}

/** What happened in the room is recorded, and told to the pages that look on: once, however much it was. */
export async function happens(tx: Tx, meetingId: string, all: readonly Happened[]): Promise<void> {
  const added = all.map(
    ({ fact, personId = null, ticketId = null, words = null }): Omit<RoomEvent, 'number'> => ({
      ...{ at: tx.now, personId, ticketId, words, fact },
    }),
  )
  await appendEvents(tx, meetingId, added)
  await tellRoom(tx, meetingId)
}

/** The pages that show the room look again. */
export async function tellRoom(tx: Tx, meetingId: string): Promise<void> {
  const version = await touchRoom(tx, meetingId)
  await announce(tx, {
    topic: 'bridge-room',
    subject: meetingId,
    data: { version },
    audience: { roles: staff },
  })
}
