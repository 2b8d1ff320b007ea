import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetingNow } from '../support/bridge-room.ts'
import { outcomeOf } from './outcomes.ts'
import { certificateOn, emptyTrainingSession, testOf, trainingSessionOn } from './training-fixtures.ts'
import { lookedAt } from './wave-fixtures.ts'
import { type Answer, makeWorld, type World } from './world.ts'

/** Several at the same moment, on what bridges, training and rollout give out once. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const many = <Value>(count: number, work: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_one, index) => work(index)))
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {}
  for (const answer of answers.filter(({ status }) => status !== 503))
    counts[outcomeOf(answer)] = (counts[outcomeOf(answer)] ?? 0) + 1
  return counts
}

test('the last seat of a training session goes to one', async () => {
  const id = await emptyTrainingSession(world)
  await world.platform.owner.query('update training_sessions set seats = 1 where id = $1', [id])
  const { lies, leo } = world.home.people
  const both = [await world.signInAs(world.home, lies.id), await world.signInAs(world.home, leo.id)]
  await many(50, (index) =>
    world.ask(both[index % 2] ?? {}, 'POST /api/v1/training/sessions/:id/sign-ups', { params: { id }, body: {} }),
  )
  const { rows } = await world.platform.owner.query<{ state: string }>(
    'select state from training_sign_ups where session_id = $1 order by turn',
    [id],
  )
  expect(rows.filter(({ state }) => state === 'seated')).toHaveLength(1)
})

test('a file of people is imported once', async () => {
  const who = await world.signIn('administrator')
  const given = await lookedAt(world, 'administrator')
  const answers = await many(10, () =>
    world.ask(who, 'POST /api/v1/rollout/imports', { body: { ...given, wave: null } }),
  )
  expect(tally(answers)['201']).toBe(1)
})

test('a test is handed in once', async () => {
  const id = await testOf(world, world.home, 'lies')
  const who = await world.signIn('lead')
  const answers = await many(20, () =>
    world.ask(who, 'POST /api/v1/training/tests/:id/answers', { params: { id }, body: { answers: {} } }),
  )
  const { '200': won, 'test-handed-in': _late, ...others } = tally(answers)
  expect([won, others]).toEqual([1, {}])
})

test('a meeting begins once and ends once', async () => {
  const { id } = await world.home.within((tx) => meetingNow(tx, { calledBy: world.home.people.lies.id }))
  const who = await world.signIn('lead')
  await world.ask(who, 'PUT /api/v1/bridges/meetings/:id/presence', { params: { id }, body: {} })
  const begun = await many(25, () => world.ask(who, 'POST /api/v1/bridges/meetings/:id/begin', { params: { id } }))
  const ended = await many(25, (index) =>
    world.ask(who, `POST /api/v1/bridges/meetings/:id/${index % 2 ? 'end' : 'begin'}`, { params: { id } }),
  )
  expect(tally(begun)['200']).toBe(1)
  expect(tally(ended)['200']).toBe(1)
})

test('a certificate is revoked once', async () => {
  const number = await certificateOn(world, world.home)
  const who = await world.signIn('administrator')
  const answers = await many(20, () =>
    world.ask(who, 'POST /api/v1/training/certificates/:number/revoke', {
      params: { number },
      body: { reason: 'Because of it' },
    }),
  )
  const { '200': won, 'certificate-revoked': _late, ...others } = tally(answers)
  expect([won, others]).toEqual([1, {}])
})

test('attendance by code: guesses count', async () => {
  await trainingSessionOn(world, world.home)
  const who = await world.signIn('lead')
  const answers = await many(30, (index) =>
    world.ask(who, 'POST /api/v1/training/attendance', { body: { code: String(100_000 + index) } }),
  )
  expect(tally(answers)['room-code-not-right']).toBe(5)
})
