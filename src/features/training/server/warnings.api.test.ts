import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TrainingDesk, trainingDesk } from '../../../../tests/support/training-desk.ts'
import { warnOfEndings } from './warn.ts'

/** Nobody is locked out by surprise. */

let desk: TrainingDesk

beforeAll(async () => {
  desk = await trainingDesk()
  const id = await desk.plans('max', { trainer: 'mira', inMinutes: 10 })
  const { lies } = desk.people
  await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})
  await desk.practises('lies', 1, 3)
  await desk.call('mira', 'PUT', `/sessions/${id}/attendance/${lies.id}`, { attended: true })
  await desk.takesTest('lies', 'tier-1')
})
afterAll(() => desk.close())

/** Who was told so far that a certification ends. */
async function told(): Promise<readonly string[]> {
  await warnOfEndings(desk.platform)
  await warnOfEndings(desk.platform)
  const all = await desk.mails()
  return all.filter(({ subject }) => subject.includes('loopt af')).map(({ to, subject }) => `${to}: ${subject}`)
}

const toLies = 'lies@contoso.example: Je bevoegdheid loopt af: Intune voor de servicedesk'

test('people hear 30 and 7 days before their certificate ends, each once', async () => {
  expect(await told()).toEqual([])
  desk.platform.clock.set('2027-10-20T06:00:00.000Z')
  expect(await told()).toEqual([])
  desk.platform.clock.set('2027-10-25T06:00:00.000Z')
  expect(await told()).toEqual([toLies])
  desk.platform.clock.set('2027-11-10T06:00:00.000Z')
  expect(await told()).toEqual([toLies])
  desk.platform.clock.set('2027-11-18T06:00:00.000Z')
  expect(await told()).toEqual([toLies, toLies])
})

test('their lead hears of it, by name', async () => {
  const { rows } = await desk.platform.owner.query<{ id: string }>(
    `update memberships set is_lead = true where person_id = $1 returning person_id as id`,
    [desk.people.tess.id],
  )
  expect(rows).toHaveLength(1)
  await desk.platform.owner.query(`update persons set roles = array['requester', 'agent', 'lead'] where id = $1`, [
    desk.people.tess.id,
  ])
  await desk.platform.owner.query('delete from training_warnings')
  expect(await told()).toContain('tess@contoso.example: De bevoegdheid van Lies loopt af')
})

test('whoever was trained again hears nothing of the old certificate', async () => {
  await desk.platform.owner.query('delete from training_warnings')
  await desk.platform.owner.query(`delete from outbox`)
  const id = await desk.plans('max', { trainer: 'mira', inMinutes: 10 })
  await desk.call('lies', 'POST', `/sessions/${id}/sign-ups`, {})
  await desk.practises('lies', 1, 3)
  await desk.call('mira', 'PUT', `/sessions/${id}/attendance/${desk.people.lies.id}`, { attended: true })
  await desk.takesTest('lies', 'tier-1')
  expect(await told()).toEqual([])
})
