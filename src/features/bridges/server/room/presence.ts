import type { PersonActor } from '#features/people/domain/actor.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { goneAt, isPresent, type Presence, tiersFor } from '../../domain/room/presence.ts'
import { lacking } from '../../domain/room/quorum.ts'
import { join } from '../../domain/room/rights.ts'
import { endPresence, keepPresence, presences, putPresence } from '../store/room.ts'
import { end } from './course.ts'
import { type Happened, happens, permit, type RoomInHand, takeRoom } from './scene.ts'

/** Joins the meeting, or says that one is still there: the latter costs one statement and tells nobody. */
export async function comeOrStay(tx: Tx, actor: PersonActor, meetingId: string): Promise<void> {
  if (await keepPresence(tx, meetingId, actor.personId)) return
  const inHand = await takeRoom(tx, meetingId)
  permit(join({ actor, meeting: inHand.meeting }))
  const { document: plan } = await planVersion(tx, inHand.meeting.planVersionId)
  const tiers = tiersFor(plan, actor, tx.now)
  const gone = await wentUnseen(tx, inHand, actor.personId)
  await putPresence(tx, meetingId, actor.personId, tiers)
  const come = { personId: actor.personId, tiers }
  const others = inHand.present.filter(({ personId }) => personId !== actor.personId)
  await happens(tx, meetingId, [
    ...gone,
    { personId: actor.personId, fact: { type: 'joined', tiers } },
    ...quorumTurned(inHand, [...others, come]),
  ])
  await watch(tx, meetingId)
}

export async function leave(tx: Tx, actor: PersonActor, meetingId: string): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  if (!inHand.present.some(({ personId }) => personId === actor.personId)) return
  await endPresence(tx, meetingId, actor.personId, tx.now)
  const left = inHand.present.filter(({ personId }) => personId !== actor.personId)
  await happens(tx, meetingId, [
    { personId: actor.personId, fact: { type: 'left', expired: false } },
    ...quorumTurned(inHand, left),
  ])
}

/** How often it is looked at whether pages went silent. */
const watchSeconds = 30
/** A meeting that everybody forgot to end ends so long after its time, with nobody there. */
const forgottenMinutes = 30

/** Whoever's page went silent has left. Looks again as long as somebody is there or the meeting runs. */
export async function watchPresence(tx: Tx, meetingId: string): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  const { meeting, present } = inHand
  const all = await presences(tx, meetingId)
  const silent = all.filter((one) => one.leftAt === null && !isPresent(one, tx.now))
  for (const one of silent) await endPresence(tx, meetingId, one.personId, goneAt(one))
  if (silent.length > 0) {
    const before = { ...inHand, lacks: lacking(meeting.quorum, [...present, ...silent]) }
    await happens(tx, meetingId, [...silent.map(silentlyLeft), ...quorumTurned(before, present)])
  }
  if (meeting.state === 'running' && isForgotten(inHand, all, tx.now)) return end(tx, null, meetingId)
  if (present.length > 0 || meeting.state === 'running') await watch(tx, meetingId)
}

function silentlyLeft({ personId }: Presence): Happened {
  return { personId, fact: { type: 'left', expired: true } }
}

/** Somebody whose page was silent for too long comes back before that was noticed. */
async function wentUnseen(tx: Tx, { meeting }: RoomInHand, personId: string): Promise<readonly Happened[]> {
  const before = (await presences(tx, meeting.id)).find((one) => one.personId === personId)
  return before && before.leftAt === null ? [silentlyLeft(before)] : []
}

function quorumTurned(
  { meeting, lacks }: RoomInHand,
  present: Parameters<typeof lacking>[1],
): readonly Happened[] {
  if (meeting.state !== 'running') return []
  const now = lacking(meeting.quorum, present)
  return (now.length === 0) === (lacks.length === 0) ? [] : [{ fact: { type: 'quorum', lacks: now } }]
}

function isForgotten({ meeting, present }: RoomInHand, all: readonly Presence[], now: string): boolean {
  if (present.length > 0 || meeting.beganAt === null) return false
  const over = Date.parse(meeting.beganAt) + (meeting.plannedMinutes + forgottenMinutes) * 60_000
  const lastSeen = Math.max(...all.map((one) => Date.parse(one.leftAt ?? one.seenAt)), Date.parse(meeting.beganAt))
  return Date.parse(now) > Math.max(over, lastSeen + forgottenMinutes * 60_000)
}

async function watch(tx: Tx, meetingId: string): Promise<void> {
  const runAt = new Date(Date.parse(tx.now) + watchSeconds * 1000).toISOString()
  await enqueue(tx, 'bridges.presence', { meetingId }, { key: meetingId, runAt })
}
