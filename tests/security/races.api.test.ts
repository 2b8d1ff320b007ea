import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import * as made from './fixtures.ts'
import { outcomeOf } from './outcomes.ts'
import { type Answer, type Headers, makeWorld, type World } from './world.ts'

/** Fifty at the same moment: the effect is that of one. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const fifty = <Value>(work: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: 50 }, (_one, index) => work(index)))
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {}
  // A machine that is too busy says so and has done nothing; that is no outcome of a race.
  for (const answer of answers.filter(({ status }) => status !== 503))
    counts[outcomeOf(answer)] = (counts[outcomeOf(answer)] ?? 0) + 1
  return counts
}
const eventsOf = async (id: string) => {
  const { rows } = await world.platform.owner.query<{ type: string; number: number }>(
    'select type, number from ticket_events where ticket_id = $1 order by number',
    [id],
  )
  return rows
}

describe('fifty at the same time', () => {
  test('claim one ticket: one gets it and the others are told that it moved on', async () => {
    const { id } = await made.ticket(world)
    const { tess, tom } = world.home.people
    const both = [await world.signInAs(world.home, tess.id), await world.signInAs(world.home, tom.id)]
    const answers = await fifty((index) =>
      world.ask(both[index % 2] ?? {}, 'POST /api/v1/tickets/:id/moves', {
        params: { id },
        body: { version: 1, move: { move: 'claim' } },
      }),
    )
    const { '200': won, 'ticket-moved-on': lost, ...others } = tally(answers)
    expect([won, others]).toEqual([1, {}])
    expect(lost).toBeGreaterThan(10)
    expect(await eventsOf(id)).toEqual([
      { type: 'opened', number: 1 },
      { type: 'assigned', number: 2 },
    ])
  })

  test('open a ticket under one key: there is one, and all get its answer', async () => {
    const ada = await world.signIn('requester')
    const subject = `Once ${newId()}`
    const headers = { 'idempotency-key': newId() }
    const answers = await fifty(() =>
      world.ask(ada, 'POST /api/v1/tickets', { body: { subject, description: 'Once.' }, headers }),
    )
    const { '201': same, ...others } = tally(answers)
    expect([(same ?? 0) > 1, others]).toEqual([true, {}])
    expect(new Set(answers.flatMap(({ status, text }) => (status === 201 ? [text] : []))).size).toBe(1)
    const { rows } = await world.platform.owner.query('select 1 from tickets where subject = $1', [subject])
    expect(rows).toHaveLength(1)
  })

  test('write on one ticket: every word is kept, in one order without gaps', async () => {
    const { id } = await made.ticket(world)
    const ada = await world.signIn('requester')
    const answers = await fifty((index) =>
      world.ask(ada, 'POST /api/v1/tickets/:id/moves', {
        params: { id },
        body: { version: 1, move: { move: 'answer', text: `Word ${index}` } },
      }),
    )
    const { '200': kept = 0, ...others } = tally(answers)
    expect([kept > 10, others]).toEqual([true, {}])
    const numbers = (await eventsOf(id)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: kept + 1 }, (_one, at) => at + 1))
  })

  test('open tickets: every number is given once', async () => {
    const ada = await world.signIn('requester')
    const answers = await fifty(() =>
      world.ask(ada, 'POST /api/v1/tickets', { body: { subject: 'Mine', description: 'It stops.' } }),
    )
    const numbers = answers.flatMap(({ status, body }) => (status === 201 ? [body.number] : []))
    expect(numbers.length).toBeGreaterThan(10)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('begin a draft of the plan: there is one', async () => {
    await made.noDraft(world)
    const both = [await world.signIn('planOwner'), await world.signIn('administrator')]
    const answers = await fifty((index) =>
      world.ask(both[index % 2] ?? {}, 'POST /api/v1/plan/draft', { body: {} }),
    )
    const { '201': won, 'draft-exists': _lost, ...others } = tally(answers)
    expect([won, others]).toEqual([1, {}])
  })

  test('disable each other: an administrator is left', async () => {
    const { platform, home } = world
    const { rows } = await platform.owner.query<{ id: string }>(
      `update persons set roles = '{administrator}', joined_at = created_at, disabled_at = null
       where org_id = $1 and id = any($2) returning id`,
      [home.orgId, [home.people.root.id, home.people.pia.id]],
    )
    const [one, other] = rows.map(({ id }) => id)
    const by = async (id = '') => world.signInAs(home, id)
    const headers: Headers[] = [await by(one), await by(other)]
    await fifty((index) =>
      world.ask(headers[index % 2] ?? {}, 'POST /api/v1/people/:id/disable', {
        params: { id: (index % 2 === 0 ? other : one) ?? '' },
      }),
    )
    const left = await platform.owner.query(
      `select id from persons where org_id = $1 and 'administrator' = any(roles) and disabled_at is null`,
      [home.orgId],
    )
    expect(left.rows).toHaveLength(1)
  })
})
