import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movableClock } from '#platform/clock.ts'
import { graphCaller } from '../../../simulators/microsoft-graph/testing/graph-caller.ts'
import type { DemoDevice, Misfortune } from './in-tenant.ts'
import { sameTenant } from './tenant-life.ts'
import { type DemoTenant, openDemoTenant, type People } from './tenant.ts'
import { type Trouble, troubles } from './troubles.ts'

const madeFor = '2026-11-23T09:00:00.000Z'
const later = '2026-11-29T15:27:03.000Z'
const people: People = troubles.flatMap((_, index) =>
  ['open', 'solved'].map((how) => ({
    ...{ name: `Ada ${how} ${index}`, address: `ada.${how}.${index}@contoso.example`, language: 'nl' as const },
    groups: ['wave-2'],
  })),
)
const systems: Readonly<Record<string, string>> = {
  ...{ windows: 'Windows', ios: 'iOS', android: 'Android', macos: 'macOS' },
}

type Told = { readonly trouble: Trouble; readonly misfortune: Misfortune; readonly device: DemoDevice }
const open: Told[] = []
const solved: Told[] = []
let first: DemoTenant
let again: DemoTenant

beforeAll(async () => {
  const clock = movableClock('2026-11-23T07:00:00.000Z')
  first = await openDemoTenant({ people, madeFor }, clock)
  for (const [index, trouble] of troubles.entries())
    for (const [how, list] of Object.entries({ open, solved })) {
      clock.advance({ minutes: 3 })
      const misfortune = {
        ...{ at: clock.now(), address: `ada.${how}.${index}@contoso.example`, subject: trouble.subject.en },
      }
      list.push({ trouble, misfortune, device: await first.befall(misfortune, true) })
    }
  for (const { misfortune, device } of solved) await first.mend(misfortune, device)
  clock.set(madeFor)
  const newcomer = { name: 'New Here', address: 'new.here@contoso.example', language: 'nl' as const, groups: [] }
  again = await sameTenant({ people, madeFor, happened: first.happened }, [...people, newcomer], later)
}, 120_000)
afterAll(async () => {
  await first?.close()
  await again?.close()
})

const read = async (tenant: DemoTenant, address: string) => tenant.simulator.control.person(address)
const starts = [
  ['the first start', () => first],
  ['another start', () => again],
] as const

describe.each(starts)('in the tenant of the demo, at %s', (_name, tenant) => {
  test('who reports something has the device that their ticket names, or it fails to enroll', async () => {
    for (const { trouble, misfortune, device } of [...open, ...solved]) {
      const { devices, failures } = await read(tenant(), misfortune.address)
      const own = devices.find(({ serialNumber }) => serialNumber === device.serial)
      const failed = failures.find(({ operatingSystem }) => operatingSystem === systems[trouble.platform])
      const isThere = own !== undefined || solved.some((one) => one.misfortune === misfortune)
      if (isThere) {
        expect(own).toMatchObject({ model: device.model, osVersion: device.version })
        expect(own?.operatingSystem).toBe(systems[trouble.platform])
      } else expect(failed?.osVersion).toBe(device.version)
    }
  })

  test('what stands in the way is there until it is solved', async () => {
    const of = (list: readonly Told[], kind: string) => list.filter(({ trouble }) => trouble.tenant.kind === kind)
    const deviceOf = async ({ misfortune, device }: Told) =>
      (await read(tenant(), misfortune.address)).devices.find(({ id }) => id === device.id)
    for (const one of of(open, 'compliance'))
      expect(await deviceOf(one)).toMatchObject({ isEncrypted: false, complianceState: 'noncompliant' })
    for (const one of of(solved, 'compliance'))
      expect(await deviceOf(one)).toMatchObject({ isEncrypted: true, complianceState: 'compliant' })
    const limited = (list: readonly Told[]) =>
      list.filter(({ trouble: { tenant: fact } }) => fact.kind === 'enrollment' && fact.failure === 'device-cap')
    for (const { misfortune } of limited(open))
      expect((await read(tenant(), misfortune.address)).devices.length).toBeGreaterThanOrEqual(5)
    for (const { misfortune, device } of limited(solved)) {
      const ids = (await read(tenant(), misfortune.address)).devices.map(({ id }) => id)
      expect(device.old.some(({ id }) => ids.includes(id))).toBe(false)
    }
  })
})

describe('another start of the demo', () => {
  test('has the same devices and failures, so that nothing is found a second time', async () => {
    for (const { address } of people) {
      const [before, after] = [await read(first, address), await read(again, address)]
      const plain = ({ devices, failures, user }: typeof before) => ({
        ...{ failures, id: user.id },
        devices: devices.map(({ lastSyncDateTime: _seen, ...device }) => device),
      })
      expect(plain(after)).toEqual(plain(before))
    }
  })

  test('has certificates and tokens that run out when they did', async () => {
    const expiries = async ({ simulator }: DemoTenant) => {
      const graph = await graphCaller(simulator)
      const push = await graph.get('/v1.0/deviceManagement/applePushNotificationCertificate')
      return { id: push.json['id'], expires: push.json['expirationDateTime'] }
    }
    expect(await expiries(again)).toEqual(await expiries(first))
    expect((await expiries(first)).expires).toBe('2026-12-14T09:00:00Z')
  })

  test('finds devices in touch, and those silent that were', async () => {
    const silent = async (tenant: DemoTenant, at: string) => {
      const found = []
      for (const { address } of people)
        for (const { id, lastSyncDateTime } of (await read(tenant, address)).devices)
          if (Date.parse(at) - Date.parse(lastSyncDateTime) > 7 * 86_400_000) found.push([id, lastSyncDateTime])
      return found
    }
    expect(await silent(again, later)).toEqual(await silent(first, madeFor))
  })

  test('knows who has come since, without a device', async () => {
    const { user, devices } = await read(again, 'new.here@contoso.example')
    expect(user.displayName).toBe('New Here')
    expect(devices).toEqual([])
  })
})
