import type { QuorumPart } from '#features/bridges/domain/meeting.ts'
import { keepSummary, sendMinutes } from '#features/bridges/server/minutes/minutes.ts'
import { begin, end } from '#features/bridges/server/room/course.ts'
import { giveTask, recordDecision } from '#features/bridges/server/room/decided.ts'
import { comeOrStay } from '#features/bridges/server/room/presence.ts'
import { decisionsOf, tasksOf } from '#features/bridges/server/store/decided.ts'
import { enterPrints } from '#features/bridges/server/store/minutes.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { meetingNow } from '../support/bridge-room.ts'
import type { PersonName, TestDesk } from '../support/test-desk.ts'
import { fileOn, ticketOn } from './fixtures.ts'
import type { World } from './world.ts'

const services = { mailIsSetUp: () => Promise.resolve(false) }
const everybody: readonly PersonName[] = ['tess', 'jan', 'mira', 'lies', 'pia', 'root', 'max']

export type Room = { readonly id: string; readonly itemId: string; readonly ticketId: string }

/** A meeting of this moment, with everybody in its room. */
export async function plannedRoom(
  world: World,
  desk: TestDesk = world.home,
  quorum: readonly QuorumPart[] = [],
): Promise<Room> {
  const { id: ticketId } = await ticketOn(world, desk)
  const calledBy = desk.people.max.id
  const made = await desk.within((tx) => meetingNow(tx, { quorum, tickets: [ticketId], calledBy }))
  for (const name of everybody) await as(desk, name, (tx, actor) => comeOrStay(tx, actor, made.id))
  return { id: made.id, itemId: made.items[0] ?? '', ticketId }
}

/** It has begun, and Max hosts it. */
export async function runningRoom(
  world: World,
  desk: TestDesk = world.home,
  quorum: readonly QuorumPart[] = [],
): Promise<Room> {
  const room = await plannedRoom(world, desk, quorum)
  await as(desk, 'max', (tx, actor) => begin(tx, actor, room.id))
  return room
}

/** A task for Jan. */
export async function taskOn(world: World, desk: TestDesk = world.home): Promise<string> {
  const { id } = await runningRoom(world, desk)
  const task = { what: 'Vraag het na', ownerId: desk.people.jan.id, due: '2027-01-04', ticketId: null }
  await as(desk, 'max', (tx, actor) => giveTask(world.platform, services, tx, actor, id, task))
  return desk.within(async (tx) => (await tasksOf(tx, id))[0]?.id ?? '')
}

/** A proposal to change the plan. */
export async function decisionOn(world: World, desk: TestDesk = world.home): Promise<string> {
  const { id } = await runningRoom(world, desk)
  const decision = { kind: 'plan-change', what: 'Vraag het serienummer', ticketId: null } as const
  await as(desk, 'max', (tx, actor) => recordDecision(tx, actor, id, decision))
  return desk.within(async (tx) => (await decisionsOf(tx, id))[0]?.id ?? '')
}

export async function endedRoom(world: World, desk: TestDesk = world.home): Promise<string> {
  const { id } = await runningRoom(world, desk)
  await as(desk, 'max', (tx, actor) => end(tx, actor, id))
  return id
}

/** Minutes that were sent and printed. */
export async function sentMinutes(world: World, desk: TestDesk = world.home): Promise<string> {
  const id = await endedRoom(world, desk)
  await as(desk, 'max', (tx, actor) => keepSummary(tx, actor, id, { revision: 0, summary: 'Opgelost' }))
  await as(desk, 'max', (tx, actor) => sendMinutes(tx, actor, id, 2))
  const file = await fileOn(world, desk, desk.people.max.id)
  await desk.within((tx) => enterPrints(tx, id, 1, { nl: file, en: file }))
  return id
}

async function as<Value>(
  desk: TestDesk,
  name: PersonName,
  work: (tx: Tx, actor: Awaited<ReturnType<TestDesk['as']>>) => Promise<Value>,
): Promise<Value> {
  const actor = await desk.as(name)
  return desk.within((tx) => work(tx, actor))
}
