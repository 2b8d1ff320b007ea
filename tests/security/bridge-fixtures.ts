import { callBridge } from '#features/bridges/server/call.ts'
import type { Meeting } from '#features/bridges/domain/meeting.ts'
import { insertProposal } from '#features/bridges/server/store/proposals.ts'
import { agendaOf } from '#features/bridges/server/store/agenda.ts'
import { newId } from '#platform/database/id.ts'
import type { PersonName, TestDesk } from '../support/test-desk.ts'
import { ticketOn } from './fixtures.ts'
import type { World } from './world.ts'

const services = { mailIsSetUp: () => Promise.resolve(false) }

/** An ad hoc bridge of tomorrow about one ticket, called by somebody. */
export async function meetingOn(world: World, desk: TestDesk, by: PersonName = 'max'): Promise<Meeting> {
  const { id } = await ticketOn(world, desk)
  const actor = await desk.as(by)
  const tomorrow = new Date(Date.parse(world.platform.clock.now()) + 86_400_000).toISOString()
  return desk.within((tx) =>
    callBridge(world.platform, tx, services, actor, {
      reason: 'person',
      words: 'Samen kijken',
      ticketIds: [id],
      startsAt: tomorrow,
      minutes: 30,
      meetingLink: null,
    }),
  )
}

/** Such a meeting, and the one thing on its agenda. */
export async function itemOn(world: World, desk: TestDesk): Promise<{ id: string; itemId: string }> {
  const { id } = await meetingOn(world, desk)
  const [item] = await desk.within((tx) => agendaOf(tx, id))
  return { id, itemId: item?.id ?? '' }
}

export async function proposalOn(world: World, desk: TestDesk): Promise<string> {
  const { id: ticketId } = await ticketOn(world, desk)
  const id = newId()
  const now = world.platform.clock.now()
  const about = `ticket:${ticketId}`
  const why = { number: 1, bounces: 2 }
  await desk.within((tx) =>
    insertProposal(tx, {
      id,
      reason: 'bounce-cap',
      about,
      why,
      proposedAt: now,
      seenAt: now,
      ticketIds: [ticketId],
    }),
  )
  return id
}
