import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { opened } from '../../../../tests/support/ticket-work.ts'
import { snapshotsOf } from './actions.ts'

/** What is otherwise since a ticket was opened is never said of what could not be read. */

let it: IntuneDesk
const ada = 'ada@contoso.example'
const failing = ['Windows10CompliancePolicy.BitLockerEnabled']
const why = 'DeviceManagementConfiguration.Read.All'

beforeAll(async () => {
  it = await intuneDesk()
}, 60_000)
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  it.later(15)
})

async function read(): Promise<void> {
  it.later(15)
  await it.read('ada')
}

test('a device that is mended and fails again says nothing of a setting while that may not be read, nor does what is frozen', async () => {
  const { control } = it.simulator
  const device = await control.addDevice({ person: ada, platform: 'windows' })
  await control.compliance(device.id, failing)
  await read()
  const ticketId = await opened({ platform: it.platform, desk: it.desk }, 'ada')
  await control.fault('permission', { permission: why })
  await control.compliance(device.id, [])
  await read()
  await control.compliance(device.id, failing)
  await read()
  const { context, snapshots } = await it.shown('ada', ticketId)
  expect(context?.devices.value).toMatchObject([
    { compliance: 'noncompliant', failing: { value: null, failed: { code: 'permission-missing' } } },
  ])
  const told = snapshots[0]?.untilNow.map(({ kind }) => kind)
  expect(told).not.toContain('setting-mended')
  const later = await opened({ platform: it.platform, desk: it.desk }, 'ada')
  const frozen = await it.desk.within((tx) => snapshotsOf(tx, later))
  expect(frozen.at(-1)?.context.devices.value?.[0]?.failing.value).toBeNull()
})

test('why a device fails stays known while it goes on failing', async () => {
  const { control } = it.simulator
  const device = await control.addDevice({ person: ada, platform: 'windows' })
  await control.compliance(device.id, failing)
  await read()
  await control.fault('permission', { permission: why })
  await read()
  await read()
  const { context } = await it.shown('ada')
  expect(context?.devices.value?.[0]?.failing).toMatchObject({
    value: [{ setting: 'BitLocker' }],
    failed: { code: 'permission-missing' },
  })
})
