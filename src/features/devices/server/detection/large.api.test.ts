import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../../../../simulators/microsoft-graph/simulator.ts'
import { connectSimulator, type IntuneDesk, intuneDesk } from '../../../../../tests/support/intune-desk.ts'
import { findingsShown } from '../findings.ts'
import { detectJob } from './look.ts'

/** A tenant of 5,000 devices and 1,200 people: what looking for things costs, against what Microsoft allows. */

let it: IntuneDesk
let large: Simulator

beforeAll(async () => {
  it = await intuneDesk()
  large = await startSimulator({ devices: 5000, clock: it.platform.clock })
  await connectSimulator(it, it.desk, large)
}, 60_000)
afterAll(async () => {
  await large.close()
  await it.close()
})

const look = () => detectJob(it.platform, { orgId: it.desk.orgId } as never)
const asked = async () => {
  const counted = await large.control.counters()
  await large.control.resetCounters()
  return counted
}

test('the first look reads the failures and every device, page by page; the next ten minutes only the failures', async () => {
  await asked()
  await look()
  const first = await asked()
  expect(first.refused).toBe(0)
  expect(first.total).toBeLessThan(150)
  it.later(10)
  await look()
  const next = await asked()
  expect(next.refused).toBe(0)
  expect(next.total).toBeLessThan(70)
  const { looks } = await it.desk.within(findingsShown)
  expect(looks.map(({ kind, failed }) => [kind, failed])).toEqual(
    expect.arrayContaining([
      ['enrollment-failure', null],
      ['silent-device', null],
    ]),
  )
}, 120_000)

test('where the list of the tenant times out, a round asks of few people one by one', async () => {
  await large.control.fault('unavailable', { share: 1 })
  it.later(10)
  await look()
  const { total } = await asked()
  expect(total).toBeLessThan(100)
  await large.control.noFaults()
}, 120_000)
