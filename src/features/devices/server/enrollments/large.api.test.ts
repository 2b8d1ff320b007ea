import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRequesters } from '#features/people/server/actions.ts'
import { type Simulator, startSimulator } from '../../../../../simulators/microsoft-graph/simulator.ts'
import { connectSimulator, type IntuneDesk, intuneDesk } from '../../../../../tests/support/intune-desk.ts'
import { countPeopleEnrolled, enrollmentReading } from './enrollments.ts'
import { readEnrollmentsJob } from './read-job.ts'

/** A tenant of 5,000 devices and 1,200 people of a wave: what it costs to know who of them has enrolled. */

let it: IntuneDesk
let large: Simulator
const people = Array.from({ length: 1200 }, (_, index) => ({
  ...{ name: `Person ${index}`, address: `p${index}@contoso.example`, language: 'nl' as const, groups: [] },
}))

beforeAll(async () => {
  it = await intuneDesk()
  await it.desk.within((tx) =>
    addRequesters(
      tx,
      null,
      people.map(({ name, address: email, language }, index) => ({
        name,
        email,
        language,
        groups: ['big', `part-${index % 20}`],
      })),
    ),
  )
  large = await startSimulator({ people, devices: 5000, clock: it.platform.clock })
  await connectSimulator(it, it.desk, large)
}, 60_000)
afterAll(async () => {
  await large.close()
  await it.close()
})

const read = () => readEnrollmentsJob(it.platform, { orgId: it.desk.orgId } as never)
const asked = async () => {
  const counted = await large.control.counters()
  await large.control.resetCounters()
  return counted
}
const count = () =>
  it.desk.within(async (tx) =>
    (await countPeopleEnrolled(tx, [{ key: 'big', groups: ['big'], since: tx.now, platforms: [] }])).get('big'),
  )

test('a round reads the list once, page by page, and nobody one by one', async () => {
  await asked()
  await read()
  const { refused, total, latest } = await asked()
  const lists = latest.filter(({ path }) => path.includes('/managedDevices'))
  expect(refused).toBe(0)
  expect(total).toBeLessThanOrEqual(6)
  expect(latest.filter(({ path }) => path.includes('/users/'))).toEqual([])
  expect(lists.length).toBe(5)
  expect(await count()).toMatchObject({ since: 0, before: 1200 })
  const { rows } = await it.platform.owner.query<{ devices: number; known: number }>(
    'select devices, known from device_enrollment_reads',
  )
  // Some of the tenant's devices are nobody's.
  expect(rows).toEqual([{ devices: 5000, known: 4900 }])
}, 60_000)

test('how many have enrolled is counted while a page waits, for as many waves as a plan has', async () => {
  const waves = (now: string) =>
    Array.from({ length: 20 }, (_, index) => ({
      ...{ key: `wave-${index}`, groups: [`part-${index}`], since: now, platforms: ['ios', 'windows'] as const },
    }))
  const took: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const began = performance.now()
    const counted = await it.desk.within((tx) => countPeopleEnrolled(tx, waves(tx.now)))
    took.push(performance.now() - began)
    expect(counted.get('wave-7')?.before).toBeGreaterThan(30)
  }
  expect(Math.min(...took)).toBeLessThan(300)
})

test('a list that breaks off halfway leaves the figure of the last whole one', async () => {
  const before = await count()
  const readAt = (await it.desk.within(enrollmentReading))?.readAt
  it.later(60)
  await large.control.outage('slow', 400)
  const reading = read()
  await pause(900)
  await large.control.outage('refuse')
  await reading
  await large.control.outage('none')
  expect((await asked()).total).toBeGreaterThan(1)
  expect(await it.desk.within(enrollmentReading)).toMatchObject({ readAt, failed: { code: 'unreachable' } })
  expect(await count()).toEqual(before)
}, 60_000)
