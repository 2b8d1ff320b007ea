import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { Refused } from '#platform/errors.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { replay } from '../domain/evolve.ts'
import { moveTicket, readTicket } from './actions.ts'
import { brokenLink } from './chain.ts'
import { readChain } from './store/event-rows.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const blocked = { category: 'enrollment-blocked', platform: 'ios' }
const openFor = (name: PersonName) => opened({ platform, desk }, name, blocked)

const make = (name: PersonName, ticketId: string, move: Parameters<typeof moved>[3]) =>
  moved({ platform, desk }, name, ticketId, move)

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      throw error
    },
  )

describe('a ticket in the database', () => {
  test('a move of somebody who is not in the tier is refused and changes nothing', async () => {
    const id = await openFor('ada')
    expect(await refusalOf(make('mira', id, { move: 'claim' }))).toBe('not-in-tier')
    const { ticket } = await desk.within(async (tx) => readTicket(tx, await desk.as('tess'), id))
    expect(ticket.version).toBe(1)
  })

  test('the row is what its events make, and the chain holds', async () => {
    const id = await openFor('ada')
    await make('tess', id, { move: 'claim' })
    await make('tess', id, { move: 'note', text: 'Looks like the device limit.', files: [] })
    const { ticket, events } = await desk.within(async (tx) => readTicket(tx, await desk.as('tess'), id))
    expect(replay(events)).toEqual(ticket)
    expect(brokenLink(await desk.within((tx) => readChain(tx, id)))).toBeNull()
  })

  test('a changed event breaks the chain at its number', async () => {
    const id = await openFor('ada')
    await make('tess', id, { move: 'claim' })
    const links = await desk.within((tx) => readChain(tx, id))
    const forged = links.map((link, index) =>
      index === 1 ? { ...link, event: { ...link.event, at: '2026-01-01T00:00:00.000Z' } } : link,
    )
    expect(brokenLink(forged)).toBe(2)
  })

  test('of two movers at the same time one wins and the other is told that the ticket moved on', async () => {
    const id = await openFor('ada')
    const [tess, tom] = [await desk.as('tess'), await desk.as('tom')]
    const claim = (actor: typeof tess) =>
      desk.within((tx) => moveTicket(tx, actor, { ticketId: id, move: { move: 'claim' }, seenVersion: 1 }))
    const outcomes = await Promise.all([refusalOf(claim(tess)), refusalOf(claim(tom))])
    expect(outcomes.toSorted()).toEqual(['not refused', 'ticket-moved-on'])
  })

  test('a requester does not find the ticket of another', async () => {
    const id = await openFor('ada')
    const work = desk.within(async (tx) => readTicket(tx, await desk.as('bob'), id))
    await expect(work).rejects.toThrow('ticket')
    const unknown = desk.within(async (tx) => readTicket(tx, await desk.as('bob'), newId()))
    await expect(unknown).rejects.toThrow('ticket')
  })

  test('an event cannot be changed or deleted', async () => {
    const id = await openFor('ada')
    await expect(
      desk.within((tx) =>
        tx.db.updateTable('ticket_events').set({ type: 'closed' }).where('ticket_id', '=', id).execute(),
      ),
    ).rejects.toThrow('appended, never changed')
  })
})
