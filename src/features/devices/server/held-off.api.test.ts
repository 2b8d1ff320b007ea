import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { readContext } from './read-context-job.ts'

/** What is not asked while Microsoft is silent is not counted as asked, and comes back soon after it. */

let it: IntuneDesk

beforeAll(async () => {
  it = await intuneDesk()
}, 60_000)
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  await it.simulator.control.addDevice({ person: 'ada@contoso.example' })
  it.later(15)
  await it.read('ada')
  it.later(15)
})

const seconds = (count: number) => it.platform.clock.advance({ seconds: count })

test('a read that is held off does not put off the next one, and a minute after the outage all is known again', async () => {
  await it.simulator.control.outage('refuse')
  await it.read('ada')
  const { triedAt } = await it.shown('ada')
  for (let turn = 0; turn < 3; turn += 1) {
    seconds(10)
    await it.read('ada')
    expect(await it.shown('ada')).toMatchObject({ triedAt, reading: false })
  }
  await it.simulator.control.outage('none')
  seconds(30)
  expect((await it.shown('ada')).reading).toBe(true)
  await it.read('ada')
  expect((await it.shown('ada')).context?.devices.failed).toBeNull()
})

test('time that runs out because Microsoft makes us wait is told as that', async () => {
  await it.simulator.control.fault('throttled', { share: 1, mode: 'missing' })
  await readContext(it.platform, { orgId: it.desk.orgId, personId: it.desk.people.ada.id }, 2500)
  const { context } = await it.shown('ada')
  expect(context?.devices).toMatchObject({ value: [{}], failed: { code: 'throttled' } })
  expect(context?.person.failed?.code).toBe('throttled')
}, 20_000)
