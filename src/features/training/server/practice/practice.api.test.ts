import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownIssue } from '#features/knowledge/server/actions.ts'
import { moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import { actorOf } from '#features/people/server/actions.ts'
import { identification } from '#features/people/server/authenticate.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { makeWorld, type Headers, type World } from '../../../../../tests/security/world.ts'
import { trainingJobs } from '../jobs.ts'
import { groundOf } from './ground.ts'
import { exercisesOf, practisedBy } from './store.ts'

let world: World
let tess: Headers

beforeAll(async () => {
  world = await makeWorld()
  tess = await world.signIn('tier1')
})
afterAll(() => world.close())

const post = (who: Headers, path: string, body?: unknown, params = {}) =>
  world.ask(who, `POST /api/v1${path}`, { params, ...(body === undefined ? {} : { body }) })
const get = (who: Headers, path: string, params = {}) => world.ask(who, `GET /api/v1${path}`, { params })

/** What the job runner would do for the newest exercise. */
async function partnersPlay(orgId: string, ticketId: string): Promise<void> {
  const play = trainingJobs['training.practise'] as unknown as (
    platform: unknown,
    payload: unknown,
  ) => Promise<void>
  await play(world.platform, { orgId, ticketId })
}

/** Results wait for the job runner, as jobs. */
async function resultsComeOver(): Promise<void> {
  const { rows } = await world.platform.owner.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'training.practice-result'`,
  )
  const keep = trainingJobs['training.practice-result'] as unknown as (
    platform: unknown,
    payload: unknown,
  ) => Promise<void>
  for (const { payload } of rows) await keep(world.platform, payload)
}

async function begun(who: Headers, personId: string, tier = 1) {
  const { status, body } = await post(who, '/training/practice/exercises', { tier })
  expect([status, body]).toEqual([201, { ticketNumber: expect.any(Number) }])
  const orgId = (await groundOf(world.platform, world.home.orgId)) ?? ''
  const [exercise] = await inOrganisation(world.platform, orgId, (tx) => exercisesOf(tx, personId))
  if (!exercise) throw new Error('No exercise has begun')
  await partnersPlay(orgId, exercise.ticketId)
  return { orgId, number: body.ticketNumber as number, exercise }
}

describe('an exercise', () => {
  test('runs the whole real process in the practice organisation, to a result in the real one', async () => {
    const { id: personId } = world.home.people.tess
    const { orgId, number, exercise } = await begun(tess, personId)
    const issue = knownIssue(exercise.issueId)
    const shown = await get(tess, '/training/practice/tickets/:number', { number })
    expect(shown.body).toMatchObject({ tier: 1, finished: false, issue: null, namedIssue: null })
    expect(shown.body.candidates.map(({ id }: { id: string }) => id)).toContain(issue?.id)

    // The real routes of the desk, by the same sign-in.
    const ticket = async () => (await get(tess, '/tickets/numbered/:number', { number })).body
    const move = async (given: object) => {
      const { ticket: now } = await ticket()
      const moved = await post(tess, '/tickets/:id/moves', { version: now.version, move: given }, { id: now.id })
      expect([moved.status, moved.body.code]).toEqual([200, undefined])
      await partnersPlay(orgId, now.id)
    }
    await move({ move: 'claim' })
    await move({ move: 'ask', text: 'Which device is it?' })
    expect((await ticket()).story.at(-1).texts.length).toBeGreaterThan(0)
    await move({ move: 'categorise', category: 'enrollment-blocked', platform: exercise.platform })
    const named = await post(tess, '/training/practice/exercises/:id/cause', { issueId: issue?.id }, shown.body)
    expect(named.status).toBe(204)
    const again = await post(tess, '/training/practice/exercises/:id/cause', { issueId: issue?.id }, shown.body)
    expect(again.body.code).toBe('practice-cause-named')
    await move({
      move: 'diagnose',
      rootCause: issue?.cause.en,
      solution: issue?.fix.en.join(' '),
      wordingForRequester: 'It is mended',
      knownIssue: { kind: 'one-off', reason: 'Practice' },
    })
    await move({ move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done together', retryAt: null })
    expect((await ticket()).ticket.stage.name).toBe('closed')

    await resultsComeOver()
    await resultsComeOver()
    const { body } = await get(tess, '/training/practice')
    expect(body.results).toHaveLength(1)
    expect(body).toMatchObject({ practising: true, openTicket: null })
    const over = await get(tess, '/training/practice/tickets/:number', { number })
    expect(over.body).toMatchObject({ finished: true, issue: { id: issue?.id }, score: { parts: { cause: 1 } } })
    expect(body.results[0].score).toEqual(over.body.score)
    const passed = await world.home.within((tx) => practisedBy(tx, personId, 1))
    expect(passed).toBe(body.results[0].score.passed ? 1 : 0)
  })

  test('whoever links a known issue with the diagnosis has named the cause by it', async () => {
    const tom = await world.signInAs(world.home, world.home.people.tom.id)
    const { orgId, number, exercise } = await begun(tom, world.home.people.tom.id)
    const issue = knownIssue(exercise.issueId)
    const move = async (given: object) => {
      const { ticket } = (await get(tom, '/tickets/numbered/:number', { number })).body
      const moved = await post(
        tom,
        '/tickets/:id/moves',
        { version: ticket.version, move: given },
        { id: ticket.id },
      )
      expect([moved.status, moved.body.code]).toEqual([200, undefined])
      await partnersPlay(orgId, ticket.id)
    }
    await move({ move: 'claim' })
    await move({
      move: 'diagnose',
      rootCause: issue?.cause.en,
      solution: issue?.fix.en.join(' '),
      wordingForRequester: 'It is mended',
      knownIssue: { kind: 'linked', id: exercise.issueId },
    })
    // What was tried goes with the ticket when practice is tidied.
    const said = await post(
      tom,
      '/triage/tickets/:id/outcomes',
      { issueId: issue?.id, helped: true },
      { id: exercise.ticketId },
    )
    expect(said.status).toBe(204)
    await move({ move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done together', retryAt: null })
    const over = await get(tom, '/training/practice/tickets/:number', { number })
    expect(over.body).toMatchObject({ finished: true, score: { parts: { cause: 1 } } })
  })

  test('is one at a time, and can be stopped', async () => {
    const { exercise } = await begun(tess, world.home.people.tess.id)
    const second = await post(tess, '/training/practice/exercises', { tier: 1 })
    expect(second.body.code).toBe('practice-already-open')
    expect((await post(tess, '/training/practice/exercises/:id/give-up', undefined, exercise)).status).toBe(204)
    const { body } = await get(tess, '/training/practice')
    expect([body.openTicket, body.results.length]).toEqual([null, 1])
  })

  test('in a tier above begins with a handover of colleagues below', async () => {
    const jan = await world.signIn('tier2')
    const { orgId, exercise } = await begun(jan, world.home.people.jan.id, 2)
    const { ticket } = await inOrganisation(world.platform, orgId, (tx) =>
      readTicket(tx, { kind: 'system', name: 'clock' }, exercise.ticketId),
    )
    expect(ticket.offer).toMatchObject({ from: 1, to: 2 })
    // Its other parts are not played by the trainee.
    const work = inOrganisation(world.platform, orgId, async (tx) =>
      moveTicket(tx, await actorOf(tx, world.home.people.jan.id), {
        ticketId: exercise.ticketId,
        move: { move: 'accept' },
        seenVersion: null,
      }),
    )
    expect((await work).ticket.stage).toEqual({ name: 'investigating', tier: 2 })
  })
})

describe('practice and the real desk are apart', () => {
  test('a real ticket is not there in practice, and a practice ticket not in the real desk', async () => {
    const real = await world.signIn('tier2')
    const mira = await world.signIn('tier3')
    const open = await post(real, '/tickets', { subject: 'A real one', description: 'It is real' })
    expect(open.status).toBe(201)
    expect((await post(mira, '/training/practice/enter')).status).toBe(204)
    expect((await get(mira, '/tickets/:id', { id: open.body.ticket.id })).status).toBe(404)
    const inPractice = await get(mira, '/tickets')
    expect(inPractice.body.tickets.map(({ subject }: { subject: string }) => subject)).not.toContain('A real one')
    const [practised] = inPractice.body.tickets
    expect((await get(real, '/tickets/:id', { id: practised.id })).status).toBe(404)
    expect((await post(mira, '/training/practice/leave')).status).toBe(204)
    expect((await get(mira, '/tickets/:id', { id: open.body.ticket.id })).status).toBe(200)
    expect((await get(mira, '/tickets/:id', { id: practised.id })).status).toBe(404)
  })

  test('whoever practises changes nothing but tickets there, and what is their own here', async () => {
    const mira = await world.signIn('tier3')
    await post(mira, '/training/practice/enter')
    const { body: me } = await get(mira, '/me')
    expect(me).toMatchObject({ practising: true, organisation: { id: world.home.orgId } })
    const refused = await post(mira, '/people/:id/absences', { from: '2026-11-24T09:00:00.000Z', until: null }, me)
    expect([refused.status, refused.body.code]).toEqual([403, 'not-while-practising'])
    expect((await world.ask(mira, 'PATCH /api/v1/me', { body: { language: 'en' } })).body.language).toBe('en')
    expect((await post(mira, '/sign-out', {})).status).toBe(204)
    expect((await get(mira, '/me')).status).toBe(401)
  })

  test('who listens hears one of the two at a time: a stream ends with the switch', async () => {
    const mira = await world.signIn('tier3')
    const orgId = (await groundOf(world.platform, world.home.orgId)) ?? ''
    const { rows } = await world.platform.owner.query<{ id: string }>(
      'select id from sign_ins order by id desc limit 1',
    )
    const id = rows[0]?.id ?? ''
    const { stillSignedIn } = identification(world.platform)
    const holds = async () => [
      (await stillSignedIn(world.home.orgId, [id])).has(id),
      (await stillSignedIn(orgId, [id])).has(id),
    ]
    expect(await holds()).toEqual([true, false])
    await post(mira, '/training/practice/enter')
    expect(await holds()).toEqual([false, true])
    await post(mira, '/training/practice/leave')
    expect(await holds()).toEqual([true, false])
    await world.platform.owner.query('delete from sign_ins where id = $1', [id])
    expect(await holds()).toEqual([false, false])
  })

  test('an administrator has no more rights there than to work tickets', async () => {
    const root = await world.signIn('administrator')
    expect((await post(root, '/training/practice/enter')).body.code).toBe('forbidden')
  })

  test('practice is in no list of organisations, has no real address, and sends nothing', async () => {
    const orgId = (await groundOf(world.platform, world.home.orgId)) ?? ''
    const { rows } = await world.platform.owner.query<{ id: string }>('select organisation_ids() as id')
    expect(rows.map(({ id }) => id)).not.toContain(orgId)
    const { rows: found } = await world.platform.owner.query<{ id: string | null }>(
      'select organisation_by_slug(slug) as id from organisations where org_id = $1',
      [orgId],
    )
    expect(found).toEqual([{ id: null }])
    const { rows: addresses } = await world.platform.owner.query<{ email: string }>(
      'select email from persons where org_id = $1',
      [orgId],
    )
    expect(addresses.filter(({ email }) => !email.endsWith('@practice.invalid'))).toEqual([])
    const { rows: sent } = await world.platform.owner.query('select from outbox where org_id = $1', [orgId])
    expect(sent).toEqual([])
  })

  test('two organisations do not practise together', async () => {
    const away = await world.signInAs(world.away, world.away.people.tess.id)
    expect((await post(away, '/training/practice/enter')).status).toBe(204)
    expect((await get(away, '/tickets')).body.tickets).toEqual([])
  })

  test('an API token cannot practise', async () => {
    const headers = await world.signIn('tier1')
    const { status, body } = await post(headers, '/me/api-tokens', { name: 'script', days: 30 })
    expect(status).toBe(201)
    const token = { authorization: `Bearer ${body.secret}` }
    expect((await post(token, '/training/practice/enter')).body.code).toBe('practice-not-for-programs')
    const begin = await post(token, '/training/practice/exercises', { tier: 1 })
    expect(begin.body.code).toBe('practice-not-for-programs')
  })
})

test('what was practised is removed after two months; results and real tickets stay', async () => {
  const orgId = (await groundOf(world.platform, world.home.orgId)) ?? ''
  const count = async (table: string, org: string) =>
    (await world.platform.owner.query(`select from ${table} where org_id = $1`, [org])).rows.length
  const before = {
    real: await count('tickets', world.home.orgId),
    results: await count('practice_results', world.home.orgId),
  }
  expect(await count('ticket_events', orgId)).toBeGreaterThan(10)
  const tidy = trainingJobs['training.practice-tidy'] as unknown as (platform: unknown) => Promise<void>
  await tidy(world.platform)
  expect(await count('tickets', orgId)).toBeGreaterThan(0)
  world.platform.clock.set('2027-02-01T09:00:00.000Z')
  await tidy(world.platform)
  const tables = ['tickets', 'ticket_events', 'ticket_duties', 'practice_exercises']
  expect(await Promise.all(tables.map((table) => count(table, orgId)))).toEqual([0, 0, 0, 0])
  expect(await count('tickets', world.home.orgId)).toBe(before.real)
  expect(await count('practice_results', world.home.orgId)).toBe(before.results)
})
