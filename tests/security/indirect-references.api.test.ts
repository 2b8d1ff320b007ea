import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import * as made from './fixtures.ts'
import { outcomeOf } from './outcomes.ts'
import { allRows } from './rows/all.ts'
import { type Answer, type Ask, type Headers, makeWorld, type World } from './world.ts'

/** IDOR: the id of something that is not yours gets you nothing, wherever you put it. */
let world: World
let ada: Headers
let bob: Headers
let tess: Headers
let root: Headers
beforeAll(async () => {
  world = await makeWorld()
  ada = await world.signIn('requester')
  bob = await world.signIn('otherRequester')
  tess = await world.signIn('tier1')
  root = await world.signIn('administrator')
})
afterAll(() => world.close())

const moveOn = (who: Headers, id: string, move: object): Promise<Answer> =>
  world.ask(who, 'POST /api/v1/tickets/:id/moves', { params: { id }, body: { move } })
const download = async (who: Headers, id: string) =>
  (await world.ask(who, 'GET /api/v1/files/:id', { params: { id } })).status
const upload = async (who: Headers) => {
  const file = { name: 'log.txt', bytes: Buffer.from('what went wrong') }
  return (await world.ask(who, 'POST /api/v1/files', { upload: file })).body.id as string
}
const open = (who: Headers, body: object = {}, query = {}) =>
  world.ask(who, 'POST /api/v1/tickets', {
    body: { subject: 'It stops', description: 'At the end.', ...body },
    query,
  })

describe('the file of somebody else', () => {
  test('cannot be read by naming it on a ticket of your own', async () => {
    const file = await upload(ada)
    const away = await made.fileOn(world, world.away, world.away.people.ada.id)
    const none = newId()
    const ticket = await made.ticket(world, { by: 'bob' })
    const refusals = []
    for (const id of [file, away, none]) {
      refusals.push(outcomeOf(await open(bob, { files: [id] })))
      refusals.push(outcomeOf(await open(bob, { evidence: [{ key: 'error-text', value: '', files: [id] }] })))
      refusals.push(outcomeOf(await moveOn(bob, ticket.id, { move: 'answer', text: 'See this', files: [id] })))
      expect(await download(bob, id)).toBe(404)
    }
    expect(new Set(refusals)).toEqual(new Set(['unknown-file']))
  })

  test('cannot be read by an agent before it is on a ticket, nor brought onto one by them', async () => {
    const file = await upload(ada)
    const { id } = await made.ticket(world)
    await moveOn(tess, id, { move: 'claim' })
    expect(await download(tess, file)).toBe(404)
    expect(outcomeOf(await moveOn(tess, id, { move: 'note', text: 'Hers', files: [file] }))).toBe('unknown-file')
    expect(await download(tess, file)).toBe(404)
  })

  test('on an internal note of your own ticket stays with the desk, and so does evidence', async () => {
    const { id } = await made.ticket(world)
    await moveOn(tess, id, { move: 'claim' })
    const [noted, proof, said] = [await upload(tess), await upload(tess), await upload(tess)]
    const evidence = [{ key: 'error-text', value: 'x', files: [proof] }]
    expect((await moveOn(tess, id, { move: 'note', text: 'For us', files: [noted] })).status).toBe(200)
    expect((await moveOn(tess, id, { move: 'add-evidence', evidence })).status).toBe(200)
    expect((await moveOn(tess, id, { move: 'reply', text: 'For you', files: [said] })).status).toBe(200)
    expect([await download(ada, noted), await download(ada, proof), await download(ada, said)]).toEqual([
      404, 404, 200,
    ])
    expect([await download(bob, said), await download(await world.signIn('outsider'), said)]).toEqual([404, 404])
  })
})

test('a requester makes no move on the ticket of another, and cannot tell it from one that does not exist', async () => {
  const { id } = await made.ticket(world)
  const moves = [
    { move: 'answer', text: 'Mine now' },
    { move: 'confirm' },
    { move: 'rate', satisfaction: 1 },
    { move: 'reopen', reason: 'Mine now' },
    { move: 'follow' },
    { move: 'claim' },
  ]
  for (const move of moves) {
    const [real, unreal] = [await moveOn(bob, id, move), await moveOn(bob, newId(), move)]
    expect([real.status, real.body]).toEqual([404, unreal.body])
  }
})

test('a requester cannot open a ticket in the name of a colleague', async () => {
  const answer = await open(ada, { requesterId: world.home.people.bob.id })
  expect(answer.status).toBeGreaterThanOrEqual(400)
})

describe('a person or ticket of another organisation', () => {
  test.each([
    ['as the requester of a ticket', (id: string) => open(tess, { requesterId: id }), 'ada'],
    [
      'as an assignee',
      async (id: string) => {
        const ticket = await made.ticket(world)
        return moveOn(await world.signIn('lead'), ticket.id, { move: 'assign', agentId: id })
      },
      'tess',
    ],
    [
      'as a member of a team',
      (id: string) =>
        world.ask(root, 'PUT /api/v1/teams/:key/members/:id', {
          params: { key: 'servicedesk', id },
          body: { isLead: false },
        }),
      'bob',
    ],
    [
      'as the approver of a plan',
      async (id: string) => {
        const { revision } = await made.draft(world)
        const body = { revision, approverId: id, reason: 'Please' }
        return world.ask(root, 'POST /api/v1/plan/draft/review', { body })
      },
      'root',
    ],
    [
      'as somebody to certify',
      (id: string) =>
        world.ask(root, 'POST /api/v1/people/:id/certifications', {
          params: { id },
          body: { tier: 1, until: '2026-12-20T00:00:00.000Z', reason: 'Because' },
        }),
      'tess',
    ],
  ] as const)('cannot be named %s: it is as if they did not exist', async (_what, ask, name) => {
    const real = await ask(world.away.people[name].id)
    const unreal = await ask(newId())
    expect(real.status).toBeGreaterThanOrEqual(400)
    expect([real.status, real.body]).toEqual([unreal.status, unreal.body])
  })

  test('cannot be linked to', async () => {
    const { id } = await made.ticket(world)
    await moveOn(tess, id, { move: 'claim' })
    const away = await made.ticketOn(world, world.away)
    const link = (ticketId: string) => moveOn(tess, id, { move: 'link', ticketId, kind: 'related' })
    const [real, unreal] = [await link(away.id), await link(newId())]
    expect(real.status).toBeGreaterThanOrEqual(400)
    expect(real.body).toEqual(unreal.body)
  })
})

test('notices are of one person: reading mine leaves yours unread', async () => {
  const { owner } = world.platform
  const { id } = await made.ticket(world)
  for (const person of [world.home.people.tess.id, world.home.people.tom.id]) {
    await owner.query(
      `insert into notices (org_id, id, person_id, about, teller, kind, occasion, asks, at)
       values ($1, $2, $3, $4, 'tickets', 'closed', '1', false, now())`,
      [world.home.orgId, newId(), person, id],
    )
  }
  const tom = await world.signInAs(world.home, world.home.people.tom.id)
  await world.ask(tess, 'POST /api/v1/notices/read', { body: { until: '2099-01-01T00:00:00.000Z' } })
  const unread = async (who: Headers) => (await world.ask(who, 'GET /api/v1/notices')).body.unreadNews
  expect([await unread(tess), await unread(tom)]).toEqual([false, true])
})

describe('enumeration by answer', () => {
  const hidden = Object.entries(allRows).filter(([, { outcomes }]) => outcomes.outsider === 'not-found')
  const unreal = ({ params = {}, ...ask }: Ask): Ask => ({
    ...ask,
    params: Object.fromEntries(Object.keys(params).map((name) => [name, name === 'number' ? 999_999 : newId()])),
  })

  test.each(hidden.filter(([route]) => route.includes(':')))(
    '%s tells "not yours" as "does not exist"',
    async (route, { ask }) => {
      const outsider = await world.signIn('outsider')
      const asked = await ask(world, 'outsider')
      const real = await world.ask(outsider, route, asked)
      const missing = await world.ask(outsider, route, unreal(asked))
      expect([real.status, real.body]).toEqual([missing.status, missing.body])
    },
  )

  test('covers every kind of thing that has an id', () => {
    expect(hidden.length).toBeGreaterThan(35)
  })
})

describe('the link in a mail', () => {
  const visit = (token: string) => world.ask({}, 'POST /api/v1/portal/visits', { body: { token } })

  test('opens the ticket for its requester and for nobody else, whatever was changed about it', async () => {
    const { id } = await made.ticket(world)
    const good = await made.portalToken(world, id)
    expect((await visit(good)).status).toBe(200)
    const others = [
      await made.portalToken(world, id, world.home, world.home.people.bob.id),
      await made.portalToken(world, id, world.home, world.home.people.root.id),
      await made.portalToken(world, id, world.away),
      await made.portalToken(world, newId()),
      `${good.slice(0, -4)}AAAA`,
      good.slice(0, 40),
      'A'.repeat(200),
    ]
    for (const token of others) {
      const answer = await visit(token)
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    }
  })

  test('ends with its sixty days, and when its person is disabled', async () => {
    const { id } = await made.ticket(world, { by: 'bob' })
    const token = await made.portalToken(world, id, world.home, world.home.people.bob.id)
    const disabled = (at: string | null) =>
      world.platform.owner.query('update persons set disabled_at = $1 where id = $2', [
        at,
        world.home.people.bob.id,
      ])
    await disabled('2026-11-23T09:00:00.000Z')
    expect((await visit(token)).status).toBe(404)
    await disabled(null)
    expect((await visit(token)).status).toBe(200)
    const now = world.platform.clock.now()
    world.platform.clock.advance({ days: 61 })
    expect((await visit(token)).status).toBe(404)
    world.platform.clock.set(now)
  })

  test('makes no move of the desk', async () => {
    const { id } = await made.ticket(world)
    const token = await made.portalToken(world, id)
    for (const move of [{ move: 'claim' }, { move: 'note', text: 'x' }, { move: 'tag', add: ['a'] }]) {
      const answer = await world.ask({}, 'POST /api/v1/portal/moves', { body: { token, move } })
      expect(answer.status).toBe(400)
    }
  })
})
