import type { Instant } from '#features/people/domain/instant.ts'
import { chanceFor } from '../../../simulators/microsoft-graph/chance.ts'
import { day, stampOf } from '../../../simulators/microsoft-graph/clock.ts'
import type { SimulatorControl } from '../../../simulators/microsoft-graph/control/client.ts'
import { makes } from '../../../simulators/microsoft-graph/tenant/device-makes.ts'
import type { DeviceRecord } from '../../../simulators/microsoft-graph/tenant/records.ts'
import type { Journal } from './journal.ts'
import { type Trouble, troubles } from './troubles.ts'

/** What goes wrong for somebody, as it shows in Microsoft's tenant. */
export type Misfortune = {
  readonly at: Instant
  readonly address: string
  /** The English subject of the trouble. */
  readonly subject: string
}

/** A device as people name it: what stands in evidence. One that does not enroll is in the tenant once it does. */
export type DemoDevice = {
  readonly id: string | null
  readonly model: string
  readonly serial: string
  readonly version: string
  /** Old ones that stand in the way of this one. */
  readonly old: readonly Pick<DeviceRecord, 'id' | 'model'>[]
  /** The same device a second time in the tenant. */
  readonly twin: string | null
}

type Tenant = Journal & { readonly control: SimulatorControl }

/** With so many devices somebody can enroll no other. */
const mostDevices = 5
const gigabyte = 1024 ** 3

/**
 * Makes it so, a few minutes before the ticket: whoever looks at Microsoft sees what the requester tells. The device is there whenever
 * it happened; what went wrong with it shows (`shows`) where it happened lately.
 */
export async function inTenant(
  tenant: Tenant,
  { at, address, subject }: Misfortune,
  shows: boolean,
): Promise<DemoDevice> {
  const trouble = named(subject)
  const fact = trouble.tenant
  if (fact.kind === 'enrollment') {
    const device = newDevice(trouble, `${address} ${at}`)
    const old = fact.failure === 'device-cap' ? await fillUp(tenant, address, at) : []
    if (shows)
      await tenant.happen('enrollment-failure', {
        ...{ person: address, kind: fact.failure, minutesAgo: 25, model: device.model },
        ...(fact.reason === undefined ? {} : { reason: fact.reason }),
        fields: { osVersion: device.version },
      })
    return { ...device, old }
  }
  const record = await deviceOf(tenant, address, trouble)
  const { id, model, serialNumber, osVersion, deviceName } = record
  const device = { id, model, serial: serialNumber, version: osVersion, old: [], twin: null }
  if (!shows) return device
  if (fact.kind === 'compliance') await tenant.happen('compliance', { device: id, failing: fact.failing })
  if (fact.kind === 'app') {
    await tenant.happen('change-device', { device: id, fields: { freeStorageSpaceInBytes: 6 * gigabyte } })
    await tenant.happen('app-failure', { device: id, app: fact.app, code: fact.code, minutesAgo: 40 })
  }
  if (fact.kind !== 'twice') return device
  const twin = await tenant.happen<DeviceRecord>('device', {
    ...{ person: address, platform: platformOf(trouble), offline: true },
    fields: { deviceName, serialNumber, model },
  })
  await tenant.happen('change-device', { device: twin.id, silentHours: 24 * 31 })
  return { ...device, twin: twin.id }
}

/** What was solved no longer shows, and who could not enroll has; what failed once did fail. */
export async function mended(tenant: Tenant, { address, subject }: Misfortune, device: DemoDevice): Promise<void> {
  const trouble = named(subject)
  const { kind } = trouble.tenant
  for (const { id } of device.old) await tenant.happen('remove-device', { device: id })
  if (device.twin !== null) await tenant.happen('remove-device', { device: device.twin })
  if (kind === 'enrollment') {
    const { model, serial: serialNumber, version: osVersion } = device
    await enroll(tenant, address, trouble, { model, serialNumber, osVersion })
  }
  if (device.id === null) return
  if (kind === 'compliance') await tenant.happen('compliance', { device: device.id, failing: [] })
  if (kind === 'app')
    await tenant.happen('change-device', {
      ...{ device: device.id, fields: { freeStorageSpaceInBytes: 60 * gigabyte } },
    })
}

/** The device of this platform that they have, or a new one. */
async function deviceOf(tenant: Tenant, address: string, trouble: Trouble): Promise<DeviceRecord> {
  const { devices } = await tenant.control.person(address)
  const system = systems[platformOf(trouble)]
  const known = devices.find(({ operatingSystem }) => operatingSystem === system)
  return known ?? (await enroll(tenant, address, trouble, {}))
}

/** One of the organisation, in order. */
async function enroll(
  tenant: Tenant,
  address: string,
  trouble: Trouble,
  fields: Partial<DeviceRecord>,
): Promise<DeviceRecord> {
  const platform = platformOf(trouble)
  const made = makes[platform].find(({ model }) => model === fields.model)
  const { user } = await tenant.control.person(address)
  const isPhone = platform === 'ios' || platform === 'android'
  const record = await tenant.happen<DeviceRecord>('device', {
    ...{ person: address, platform },
    fields: {
      ...{ managedDeviceOwnerType: 'company', ...fields },
      ...(made ? { manufacturer: made.manufacturer, totalStorageSpaceInBytes: made.storage } : {}),
      ...(made && isPhone ? { deviceName: `${user.givenName ?? 'Spare'}'s ${made.model}` } : {}),
    },
  })
  await tenant.happen('compliance', { device: record.id, failing: [] })
  return record
}

/** What somebody unpacks and does not get enrolled. */
function newDevice(trouble: Trouble, whose: string): DemoDevice {
  const chance = chanceFor(0, `new device ${whose}`)
  const all = makes[platformOf(trouble)]
  // What stops at the least version is the phone of the branches, with its old one.
  const [least] = trouble.platform === 'android' ? ['12'] : []
  const fitting = least === undefined ? all.slice(0, 1) : all.filter(({ versions }) => versions.includes(least))
  const make = chance.oneOf(fitting)
  return {
    ...{ id: null, model: make.model, version: least ?? make.versions[0] ?? '' },
    serial: `${make.serial}-${chance.between(100_000, 999_999)}`,
    ...{ old: [], twin: null },
  }
}

/** As many devices as somebody may have: phones of years ago. Gives two that may go. */
async function fillUp({ control, happen }: Tenant, address: string, at: Instant): Promise<DemoDevice['old']> {
  const enrolledDateTime = stampOf(Date.parse(at) - 500 * day)
  const { devices } = await control.person(address)
  const phones = devices.filter(({ operatingSystem }) => operatingSystem === 'iOS')
  for (let count = devices.length; count < mostDevices || phones.length < 2; count += 1) {
    const phone = await happen<DeviceRecord>('device', {
      ...{ person: address, platform: 'ios', fields: { enrolledDateTime } },
    })
    await happen('compliance', { device: phone.id, failing: [] })
    phones.push({ ...phone, isOffline: false })
  }
  return phones.slice(-2).map(({ id, model }) => ({ id, model }))
}

const systems = { windows: 'Windows', ios: 'iOS', android: 'Android', macos: 'macOS' } as const

function platformOf({ platform }: Trouble): keyof typeof systems {
  return platform in systems ? (platform as keyof typeof systems) : 'windows'
}

function named(subject: string): Trouble {
  const trouble = troubles.find((one) => one.subject.en === subject)
  if (!trouble) throw new RangeError(`The demo has no trouble "${subject}"`)
  return trouble
}
