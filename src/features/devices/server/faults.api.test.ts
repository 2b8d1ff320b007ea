import { connectTenant } from '#features/tenant/server/actions.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultNames } from '../../../../simulators/microsoft-graph/faults/faults.ts'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import type { ShownContext } from '../contract/context-routes.ts'
import { partsOf } from '../domain/context.ts'

/** The twelve faults of Microsoft's cloud, one by one and mixed: the page always has an answer that says what is missing, and recovers by itself. */

let it: IntuneDesk
const ada = 'ada@contoso.example'
const permissions = [
  'User.Read.All',
  'GroupMember.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementApps.Read.All',
  'ServiceHealth.Read.All',
]

beforeAll(async () => {
  it = await intuneDesk()
}, 60_000)
afterAll(() => it.close())
beforeEach(async () => {
  const { control } = it.simulator
  await control.reset()
  it.later(15)
  const windows = await control.addDevice({ person: ada, platform: 'windows' })
  await control.compliance(windows.id, ['Windows10CompliancePolicy.BitLockerEnabled'])
  await control.addDevice({ person: ada, platform: 'ios' })
  await control.addFailure({ person: ada, kind: 'not-supported' })
})

async function read(): Promise<ShownContext> {
  await it.read('ada')
  await it.readOrganisation()
  return it.shown('ada')
}

/** Every part has a value or says why not, and what is old says so. */
function expectHonest({ context }: ShownContext): void {
  expect(context).not.toBeNull()
  if (!context) return
  const now = it.platform.clock.now()
  const dishonest = partsOf(context).filter(({ field: { failed, readAt } }) => {
    if (failed === null) return readAt !== now
    if (failed.code === 'permission-missing') return !permissions.includes(failed.permission ?? '')
    return !/^[a-z-]+$/.test(failed.code)
  })
  expect(dishonest).toEqual([])
}

async function expectRecovery(): Promise<void> {
  await it.simulator.control.noFaults()
  await it.simulator.control.outage('none')
  it.later(15)
  const { context } = await read()
  expect(context && partsOf(context).filter(({ field }) => field.failed !== null)).toEqual([])
  expect(context?.devices.value).toHaveLength(2)
}

describe('the context of a requester', () => {
  test('is read at once when the connection is mended, though it was refused a moment before', async () => {
    const { tenantId, loginUrl, graphUrl, read: right } = it.simulator.connection
    await connectTenant(it.platform, it.desk.orgId, {
      ...{ tenantId, cloud: 'own', loginUrl, graphUrl, allowPrivate: true },
      read: { clientId: right.clientId, credential: { kind: 'secret', secret: 'not-it' } },
    })
    await it.read('ada')
    expect((await it.shown('ada')).context?.devices.failed?.code).toBe('sign-in-refused')
    await it.connect()
    it.platform.clock.advance({ seconds: 10 })
    await it.read('ada')
    expect((await it.shown('ada')).context?.devices).toMatchObject({ value: [{}, {}], failed: null })
  })

  test.each(faultNames)(
    'is there while Microsoft suffers from %s, and whole again after it',
    async (fault) => {
      await read()
      it.later(15)
      await it.simulator.control.fault(fault)
      expectHonest(await read())
      await expectRecovery()
    },
    60_000,
  )

  test.each(permissions)(
    'names %s where that is missing, and loses nothing else',
    async (permission) => {
      await read()
      it.later(15)
      await it.simulator.control.fault('permission', { permission })
      const { context } = await read()
      const failing = context ? partsOf(context).filter(({ field }) => field.failed !== null) : []
      const explained = context?.devices.value?.flatMap(({ failing: one }) => one.failed ?? []) ?? []
      const named = [...failing.map(({ field }) => field.failed), ...explained].map((one) => one?.permission)
      expect(named.length).toBeGreaterThan(0)
      expect(named.length).toBeLessThan(6)
      expect(named).toContain(permission)
      // What was known stays.
      for (const { field } of failing) expect(field.value).not.toBeNull()
      await expectRecovery()
    },
    60_000,
  )

  test.each([1, 2, 3, 4, 5, 6, 9])(
    'is there in mixture %i of faults, time after time, and whole again after it',
    async (seed) => {
      await it.simulator.control.mixture(seed)
      for (let turn = 0; turn < 3; turn += 1) {
        expectHonest(await read())
        it.later(3)
      }
      await expectRecovery()
    },
    120_000,
  )

  test.each([
    ['refuses every connection', 'refuse'],
    ['answers everything with an error', 'error'],
  ] as const)(
    'is what was known where Microsoft %s',
    async (_, outage) => {
      await read()
      it.later(15)
      await it.simulator.control.outage(outage)
      const { context } = await read()
      expect(context?.devices.value).toHaveLength(2)
      expect(['unreachable', 'unavailable']).toContain(context?.devices.failed?.code)
      await expectRecovery()
    },
    60_000,
  )
})
