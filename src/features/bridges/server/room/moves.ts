import type { PersonActor } from '#features/people/domain/actor.ts'
import type { MoveInput } from '#features/tickets/contract/moves.ts'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import { deskView, moveGiven, moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { tiersPresent } from '../../domain/room/presence.ts'
import * as rights from '../../domain/room/rights.ts'
import { agendaOf } from '../store/agenda.ts'
import { bringToBridge } from './course.ts'
import { happens, permit, sceneOf, takeRoom } from './scene.ts'

export type MoveInRoom = {
  readonly ticketId: string
  readonly move: MoveInput
  readonly seenVersion: number | null
  readonly source: 'api' | 'portal'
}

/**
 * A move on a ticket of the agenda, by the rules and rights of the ticket itself. A diagnosis is a decision of the bridge: it takes
 * quorum, and every tier that is there has taken note.
 */
export async function moveInRoom(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  given: MoveInRoom,
): Promise<DeskTicket> {
  const inHand = await takeRoom(tx, meetingId)
  const { meeting, present, lacks, room } = inHand
  const scene = sceneOf(tx, actor, inHand)
  const { ticketId } = given
  const isDiagnosis = given.move.move === 'diagnose'
  permit(isDiagnosis ? rights.decide(scene, lacks, room.waived?.lacks ?? null) : rights.during(scene))
  const items = (await agendaOf(tx, meetingId)).filter((one) => one.ticketId === ticketId)
  const item = items.find(({ state }) => state === 'on-table') ?? items[0]
  if (!item) throw new NotFound('ticket')
  const move = moveGiven(given.move, { source: given.source, presentTiers: tiersPresent(present) })
  const seenVersion = isDiagnosis
    ? await onceOnBridge(tx, actor, ticketId, given.seenVersion, () => bringToBridge(tx, meeting, ticketId))
    : given.seenVersion
  const moved = await moveTicket(tx, actor, { ticketId, move, seenVersion })
  const fact = { type: 'move-made', move: move.move, itemId: item.id } as const
  await happens(tx, meetingId, [{ personId: actor.personId, ticketId, fact }])
  return deskView(tx, actor, moved)
}

/** Bringing it to the bridge first is no change that the mover has to look at. */
async function onceOnBridge(
  tx: Tx,
  actor: PersonActor,
  ticketId: string,
  seen: number | null,
  bring: () => Promise<void>,
): Promise<number | null> {
  const before = await readTicket(tx, actor, ticketId)
  if (before.ticket.onBridge) return seen
  await bring()
  const { ticket } = await readTicket(tx, actor, ticketId)
  return seen === before.ticket.version ? ticket.version : seen
}
