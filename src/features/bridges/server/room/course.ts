import type { PersonActor } from '#features/people/domain/actor.ts'
import { organisationOf } from '#features/people/server/actions.ts'
import { moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { AgendaItem, Meeting } from '../../domain/meeting.ts'
import { attendance } from '../../domain/room/attendance.ts'
import type { ItemOutcome } from '../../domain/room/events.ts'
import * as rights from '../../domain/room/rights.ts'
import { agendaOf, saveItem } from '../store/agenda.ts'
import { saveMeeting } from '../store/meetings.ts'
import { insertAttendance } from '../store/minutes.ts'
import { endPresence, eventsOf, setQuorumSeconds, setWaiver } from '../store/room.ts'
import { tellPages } from '../tell-pages.ts'
import { type Happened, happens, permit, sceneOf, takeRoom } from './scene.ts'

const clock = { kind: 'system', name: 'clock' } as const

export async function begin(tx: Tx, actor: PersonActor, meetingId: string): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  permit(rights.begin(sceneOf(tx, actor, inHand)))
  const { meeting } = inHand
  const hostId = meeting.hostId ?? actor.personId
  await saveMeeting(tx, { ...meeting, state: 'running', beganAt: tx.now, hostId })
  await happens(tx, meetingId, [
    { personId: actor.personId, fact: { type: 'begun' } },
    { fact: { type: 'quorum', lacks: inHand.lacks } },
  ])
  await tellPages(tx, meetingId)
}

export type Turn = { readonly outcome?: ItemOutcome | undefined; readonly next: string | null }

/** The item on the table is closed, and another comes on it. */
export async function turnTable(tx: Tx, actor: PersonActor, meetingId: string, turn: Turn): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  permit(rights.host(sceneOf(tx, actor, inHand)))
  const agenda = await agendaOf(tx, meetingId)
  const onTable = agenda.find(({ state }) => state === 'on-table')
  if (onTable && !turn.outcome) throw new Refused({ code: 'item-on-table' })
  const next = turn.next === null ? null : (agenda.find(({ id }) => id === turn.next) ?? null)
  if (turn.next !== null && !next) throw new NotFound('item')
  if (next && next.state !== 'waiting' && next.state !== 'parked') throw new Refused({ code: 'item-not-waiting' })
  const happened: Happened[] = []
  if (onTable && turn.outcome)
    happened.push(...(await closeItem(tx, inHand.meeting, onTable, turn.outcome, actor.personId)))
  if (next) {
    await saveItem(tx, { ...next, state: 'on-table', startedAt: tx.now })
    if (next.ticketId) await bringToBridge(tx, inHand.meeting, next.ticketId)
    const fact = { type: 'item-begun', itemId: next.id } as const
    happened.push({ personId: actor.personId, ticketId: next.ticketId, fact })
  }
  await happens(tx, meetingId, happened)
}

/** Ends the meeting; `actor` null: the clock ends one that everybody forgot. What was not discussed moves on. */
export async function end(tx: Tx, actor: PersonActor | null, meetingId: string): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  if (actor) permit(rights.host(sceneOf(tx, actor, inHand)))
  const { meeting, present } = inHand
  if (meeting.beganAt === null) throw new Refused({ code: 'meeting-not-running' })
  const by = actor?.personId ?? null
  const happened: Happened[] = []
  for (const item of await agendaOf(tx, meetingId)) {
    if (item.state === 'on-table') happened.push(...(await closeItem(tx, meeting, item, 'moved-on', by)))
    else if (item.state === 'waiting') await saveItem(tx, { ...item, state: 'moved-on' })
  }
  const { tiers, quorumSeconds } = attendance(
    meeting.quorum,
    await eventsOf(tx, meetingId),
    meeting.beganAt,
    tx.now,
  )
  await insertAttendance(tx, meetingId, tiers)
  await saveMeeting(tx, { ...meeting, state: 'ended', endedAt: tx.now })
  for (const { personId } of present) await endPresence(tx, meetingId, personId, tx.now)
  await happens(tx, meetingId, [...happened, { personId: by, fact: { type: 'ended', quorumSeconds } }])
  await setQuorumSeconds(tx, meetingId, quorumSeconds)
  await tellPages(tx, meetingId)
}

export async function takeRole(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  role: 'host' | 'scribe',
): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  const scene = sceneOf(tx, actor, inHand)
  permit(role === 'host' ? rights.takeHost(scene) : rights.takeScribe(scene))
  const { meeting } = inHand
  const { personId } = actor
  if ((role === 'host' ? meeting.hostId : meeting.scribeId) === personId) return
  await saveMeeting(tx, { ...meeting, ...(role === 'host' ? { hostId: personId } : { scribeId: personId }) })
  await happens(tx, meetingId, [{ personId, fact: { type: role === 'host' ? 'host-taken' : 'scribe-taken' } }])
}

/** The host lets the bridge decide although people lack. */
export async function goWithoutQuorum(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  reason: string,
): Promise<void> {
  const inHand = await takeRoom(tx, meetingId)
  const { lacks } = inHand
  permit(rights.goWithoutQuorum(sceneOf(tx, actor, inHand), lacks))
  const { personId } = actor
  await happens(tx, meetingId, [{ personId, words: reason, fact: { type: 'without-quorum', lacks } }])
  await setWaiver(tx, meetingId, { by: personId, at: tx.now, reason, lacks })
}

async function closeItem(
  tx: Tx,
  meeting: Meeting,
  item: AgendaItem,
  outcome: ItemOutcome,
  personId: string | null,
): Promise<readonly Happened[]> {
  const seconds = Math.max(0, Math.round((Date.parse(tx.now) - Date.parse(item.startedAt ?? tx.now)) / 1000))
  const spentSeconds = item.spentSeconds + seconds
  await saveItem(tx, { ...item, state: outcome, startedAt: null, spentSeconds, outcome })
  if (outcome === 'done' && item.ticketId) await takeOffBridge(tx, meeting, item.ticketId)
  return [{ personId, ticketId: item.ticketId, fact: { type: 'item-ended', itemId: item.id, outcome, seconds } }]
}

/** What lies on the table is on the bridge: every tier takes part in it. */
export async function bringToBridge(tx: Tx, meeting: Meeting, ticketId: string): Promise<void> {
  const { ticket } = await readTicket(tx, clock, ticketId)
  if (ticket.onBridge || ticket.stage.name === 'closed') return
  const reason = await nameOf(tx, meeting)
  await moveTicket(tx, clock, { ticketId, move: { move: 'bring-to-bridge', reason }, seenVersion: null })
}

/** A ticket that is done with, and whose cause has been found, has nothing to do on the bridge any more. */
async function takeOffBridge(tx: Tx, meeting: Meeting, ticketId: string): Promise<void> {
  const { ticket } = await readTicket(tx, clock, ticketId)
  const isFound = ticket.stage.name === 'delivering' || ticket.stage.name === 'confirming'
  if (!ticket.onBridge || !isFound) return
  const reason = await nameOf(tx, meeting)
  await moveTicket(tx, clock, { ticketId, move: { move: 'take-off-bridge', reason }, seenVersion: null })
}

async function nameOf(tx: Tx, { name }: Meeting): Promise<string> {
  return name[(await organisationOf(tx)).language]
}
