import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { somebody } from '../../../../tests/support/platform-app.ts'
import { contextOf } from './actions.ts'

let it: IntuneDesk
const ada = 'ada@contoso.example'
const bitLocker = 'Windows10CompliancePolicy.BitLockerEnabled'

beforeAll(async () => {
  it = await intuneDesk()
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  it.later(15)
})

const waiting = async (name: string) => {
  const { rows } = await it.platform.owner.query(
    `select key from graphile_worker.jobs where task_identifier = $1`,
    [name],
  )
  return rows.length as number
}

describe('what is known of a requester', () => {
  test('is read on demand, part by part, and shown with its age', async () => {
    const device = await it.simulator.control.addDevice({ person: ada, platform: 'windows' })
    await it.simulator.control.compliance(device.id, [bitLocker])
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported' })
    await it.read('ada')
    await it.readOrganisation()
    const { connected, context, wave } = await it.shown('ada')
    expect(connected).toBe(true)
    expect(wave).toBeNull()
    expect(context?.person).toMatchObject({ value: { enabled: true, signInName: ada }, failed: null })
    expect(context?.licences.value).toEqual([{ sku: 'SPE_E3', intunePlan: 'enabled', error: null }])
    expect(context?.groups.value?.map(({ name }) => name)).toContain('Intune-Wave-02-Retail')
    expect(context?.devices.value).toMatchObject([
      {
        id: device.id,
        compliance: 'noncompliant',
        failing: { value: [{ policy: 'WIN-Baseline-Compliance', setting: 'BitLocker', code: '0x87D10194' }] },
      },
    ])
    expect(context?.enrollmentFailures.value).toMatchObject([{ reason: 'DeviceNotSupported (0x80180014)' }])
    expect(context?.certificates.value?.map(({ kind }) => kind)).toEqual(['push', 'ade', 'vpp'])
    expect(context?.devices.readAt).toBe(it.platform.clock.now())
  })

  test('is asked for when it is old, once however many look, and not when it is fresh', async () => {
    const before = await waiting('devices.read')
    const [one, other] = [await it.shown('bob'), await it.shown('bob')]
    expect([one.reading, other.reading]).toEqual([true, true])
    expect(one.context).toBeNull()
    expect(await waiting('devices.read')).toBe(before + 1)
    await it.read('bob')
    expect(await it.shown('bob')).toMatchObject({ reading: false, triedAt: it.platform.clock.now() })
    it.later(9)
    expect((await it.shown('bob')).reading).toBe(false)
    it.later(2)
    expect((await it.shown('bob')).reading).toBe(true)
  })

  test('is read once when several ask at the same time', async () => {
    await it.read('ada')
    await it.simulator.control.resetCounters()
    await it.read('ada')
    expect((await it.simulator.control.counters()).total).toBe(0)
  })

  test('keeps what was known, with its age, where a permission is taken away, and names it', async () => {
    const device = await it.simulator.control.addDevice({ person: ada })
    await it.read('ada')
    const readAt = it.platform.clock.now()
    it.later(15)
    await it.simulator.control.fault('permission', { permission: 'DeviceManagementManagedDevices.Read.All' })
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.devices).toMatchObject({
      value: [{ id: device.id }],
      readAt,
      failed: { code: 'permission-missing', permission: 'DeviceManagementManagedDevices.Read.All' },
    })
    expect(context?.person.failed).toBeNull()
    expect(context?.groups).toMatchObject({ readAt: it.platform.clock.now(), failed: null })
  })

  test('says that nobody in the tenant has the address, and asks Microsoft no more of it than that', async () => {
    await it.simulator.control.removePerson(ada)
    await it.platform.owner.query('delete from tenant_persons')
    await it.simulator.control.resetCounters()
    await it.read('ada')
    expect((await it.simulator.control.counters()).total).toBeLessThanOrEqual(2)
    const { context, reading } = await it.shown('ada')
    expect(context?.person.failed?.code).toBe('not-in-tenant')
    // Remembered: it is not asked again until the plan's minutes have passed.
    expect(reading).toBe(false)
    it.later(5)
    expect((await it.shown('ada')).reading).toBe(false)
  })

  test('says that somebody is gone who was there, and keeps what was known', async () => {
    await it.simulator.control.addDevice({ person: ada })
    await it.read('ada')
    it.later(15)
    await it.simulator.control.removePerson(ada)
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.person).toMatchObject({ value: { signInName: ada }, failed: { code: 'gone' } })
    expect(context?.devices).toMatchObject({ value: [{}], failed: { code: 'gone' } })
  })

  test('follows a person through another name by the id that stays', async () => {
    await it.read('ada')
    it.later(15)
    await it.simulator.control.renamePerson(ada, { address: 'ada.jansen@contoso.example', name: 'Ada Jansen' })
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.person).toMatchObject({ value: { signInName: 'ada.jansen@contoso.example' }, failed: null })
  })

  test('survives a device that is gone between two calls', async () => {
    const device = await it.simulator.control.addDevice({ person: ada })
    await it.simulator.control.compliance(device.id, [bitLocker])
    await it.simulator.control.fault('devices-vanish', { only: [device.id] })
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.devices.failed).toBeNull()
    expect(context?.devices.value?.map(({ failing }) => failing.failed?.code)).toEqual(['gone'])
  })

  test('tells two devices with the same serial apart by their records', async () => {
    const device = await it.simulator.control.addDevice({ person: ada })
    await it.simulator.control.fault('twins', { only: [device.id], mode: 'serial' })
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.devices.value).toHaveLength(2)
    expect(new Set(context?.devices.value?.map(({ serial }) => serial)).size).toBe(1)
  })

  test('is announced to the pages of staff, and to nobody else', async () => {
    await it.read('ada')
    const { rows } = await it.platform.owner.query(
      `select audience from live_events where topic = 'devices' and subject = $1 order by seq desc limit 1`,
      [it.desk.people.ada.id],
    )
    expect(rows[0]?.audience).toMatchObject({ roles: expect.not.arrayContaining(['requester']) })
  })
})

describe('what holds for the organisation', () => {
  test('is read once, however many tickets are looked at', async () => {
    await it.readOrganisation()
    await it.simulator.control.resetCounters()
    await Promise.all([it.readOrganisation(), it.readOrganisation(), it.readOrganisation()])
    expect((await it.simulator.control.counters()).total).toBe(0)
  })

  test('has one failing part beside the others', async () => {
    await it.simulator.control.fault('permission', { permission: 'ServiceHealth.Read.All' })
    await it.readOrganisation()
    await it.read('ada')
    const { context } = await it.shown('ada')
    expect(context?.health.failed?.permission).toBe('ServiceHealth.Read.All')
    expect(context?.certificates.failed).toBeNull()
  })
})

describe('without a tenant', () => {
  test('nothing is shown, nothing is asked, and nobody of another organisation is found', async () => {
    const stranger = somebody({ orgId: newId(), personId: newId() })
    const url = `/api/v1/devices/people/${it.desk.people.ada.id}`
    expect((await it.call(stranger, { method: 'GET', url })).status).toBe(404)
    await it.platform.owner.query('delete from tenants where org_id = $1', [it.desk.orgId])
    try {
      expect(await it.shown('ada')).toMatchObject({ connected: false, reading: false, context: null })
      expect(await it.desk.within((tx) => contextOf(tx, it.desk.people.ada.id))).toBeNull()
    } finally {
      await it.connect()
    }
  })
})
