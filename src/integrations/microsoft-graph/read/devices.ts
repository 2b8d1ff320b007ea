import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { orNull } from './users.ts'
import {
  amount,
  choice,
  errorCode,
  flag,
  found,
  id,
  moment,
  type Raw,
  record,
  records,
  segment,
  text,
  typeOf,
} from './values.ts'

export type DevicePlatform = 'windows' | 'ios' | 'macos' | 'android' | 'linux'

export type DeviceAction = {
  readonly name: string
  /** `pending`, `active`, `done`, `failed`, `canceled`, `notSupported`, `none`, or as Microsoft says. */
  readonly state: string
  readonly startedAt: Instant | null
  readonly updatedAt: Instant | null
  readonly location?: {
    readonly latitude: number
    readonly longitude: number
    readonly at: Instant | null
    readonly accuracyM: number | null
  }
}

export type ManagedDevice = {
  readonly id: string
  readonly entraDeviceId: string | null
  readonly userId: string | null
  readonly name: string | null
  readonly os: string | null
  readonly platform: DevicePlatform | null
  readonly osVersion: string | null
  readonly ownership: string | null
  /** `compliant`, `noncompliant`, `inGracePeriod`, `conflict`, `error`, `unknown`, `configManager`, or as Microsoft says. */
  readonly compliance: string | null
  readonly enrolledAt: Instant | null
  readonly lastSyncAt: Instant | null
  readonly graceUntil: Instant | null
  /** When the management certificate of the device ends. */
  readonly certificateUntil: Instant | null
  readonly model: string | null
  readonly manufacturer: string | null
  readonly serial: string | null
  readonly enrollmentType: string | null
  readonly managementState: string | null
  readonly isEncrypted: boolean | null
  readonly isSupervised: boolean | null
  readonly storageFree: number | null
  readonly storageTotal: number | null
  readonly actions: readonly DeviceAction[]
}

/** Fields that are only filled for one device asked by name. */
export type DeviceHardware = {
  readonly ethernetMac: string | null
  readonly memoryBytes: number | null
  readonly notes: string | null
  readonly udid: string | null
}

export type FailingSetting = {
  readonly policy: string
  readonly setting: string
  readonly state: string
  /** `0x87D10194`; null where there is none. */
  readonly code: string | null
  readonly current: string | null
}

/** Whose primary user this is. Only theirs, also where Microsoft sends more. */
export async function devicesOfUser(
  graph: GraphClient,
  userId: string,
  signal?: AbortSignal,
): Promise<readonly ManagedDevice[]> {
  const list = await graph.list(`/users/${segment(userId)}/managedDevices`, signal ? { signal } : {})
  return found(list.map((one) => managedDevice(record(one)))).filter(
    (device) => device.userId === null || device.userId.toLowerCase() === userId.toLowerCase(),
  )
}

/** Every device of the tenant, page by page. */
export async function* allDevices(
  graph: GraphClient,
  options: { readonly select?: string; readonly signal?: AbortSignal } = {},
): AsyncIterable<readonly ManagedDevice[]> {
  const pages = graph.pages('/deviceManagement/managedDevices', {
    query: { $select: options.select },
    ...(options.signal && { signal: options.signal }),
  })
  for await (const page of pages) yield found(page.map((one) => managedDevice(record(one))))
}

/** Null where it is gone. */
export async function readDevice(
  graph: GraphClient,
  deviceId: string,
  signal?: AbortSignal,
): Promise<ManagedDevice | null> {
  const answer = await orNull(graph.get(devicePath(deviceId), signal ? { signal } : {}))
  return answer === null ? null : managedDevice(record(answer))
}

/** Lists leave these empty; only a device asked for by name, with its fields named, has them. */
export async function readHardware(
  graph: GraphClient,
  deviceId: string,
  signal?: AbortSignal,
): Promise<DeviceHardware | null> {
  const answer = await orNull(
    graph.get(devicePath(deviceId), {
      query: { $select: 'id,ethernetMacAddress,physicalMemoryInBytes,notes,udid' },
      ...(signal && { signal }),
    }),
  )
  if (answer === null) return null
  const raw = record(answer)
  return {
    ethernetMac: text(raw['ethernetMacAddress']),
    memoryBytes: amount(raw['physicalMemoryInBytes']) || null,
    notes: text(raw['notes']),
    udid: text(raw['udid']),
  }
}

const fulfilled = new Set(['compliant', 'remediated', 'notapplicable', 'notassigned', 'unknown'])

/** What of its compliance policies the device does not meet. */
export async function failingSettings(
  graph: GraphClient,
  deviceId: string,
  signal?: AbortSignal,
): Promise<readonly FailingSetting[]> {
  const policies = await graph.list(
    `${devicePath(deviceId)}/deviceCompliancePolicyStates`,
    signal ? { signal } : {},
  )
  return policies.map(record).flatMap((policy) => {
    const name = text(policy['displayName']) ?? text(policy['id']) ?? ''
    const settings = records(policy['settingStates'])
      .filter((setting) => isFailing(setting['state']))
      .map((setting) => ({
        policy: name,
        setting: text(setting['settingName']) ?? text(setting['setting']) ?? '',
        state: choice(setting['state']) ?? 'unknown',
        code: errorCode(setting['errorCode']),
        current: text(setting['currentValue']),
      }))
    if (settings.length > 0 || !isFailing(policy['state'])) return settings
    // The policy fails and does not say by which setting.
    return [{ policy: name, setting: '', state: choice(policy['state']) ?? 'unknown', code: null, current: null }]
  })
}

function isFailing(state: unknown): boolean {
  const said = text(state)
  return said !== null && !fulfilled.has(said.toLowerCase())
}

export function devicePath(deviceId: string): string {
  return `/deviceManagement/managedDevices/${segment(deviceId)}`
}

export function managedDevice(raw: Raw): ManagedDevice | null {
  const deviceId = id(raw['id'])
  if (deviceId === null) return null
  const os = text(raw['operatingSystem'])
  return {
    id: deviceId,
    entraDeviceId: id(raw['azureADDeviceId']),
    userId: id(raw['userId']),
    name: text(raw['deviceName']) ?? text(raw['managedDeviceName']),
    os,
    platform: platformOf(os),
    osVersion: text(raw['osVersion']),
    ownership: choice(raw['managedDeviceOwnerType']),
    compliance: complianceOf(raw['complianceState']),
    enrolledAt: moment(raw['enrolledDateTime']),
    lastSyncAt: moment(raw['lastSyncDateTime']),
    graceUntil: moment(raw['complianceGracePeriodExpirationDateTime']),
    certificateUntil: moment(raw['managementCertificateExpirationDate']),
    model: text(raw['model']),
    manufacturer: text(raw['manufacturer']),
    serial: serialOf(raw['serialNumber']),
    enrollmentType: choice(raw['deviceEnrollmentType']),
    managementState: choice(raw['managementState']),
    isEncrypted: flag(raw['isEncrypted']),
    isSupervised: flag(raw['isSupervised']),
    storageFree: amount(raw['freeStorageSpaceInBytes']),
    storageTotal: amount(raw['totalStorageSpaceInBytes']) || null,
    actions: records(raw['deviceActionResults']).map(deviceAction),
  }
}

/** `noncompliant` on a device is `nonCompliant` in its policies. */
function complianceOf(value: unknown): string | null {
  const said = choice(value)
  return said?.toLowerCase() === 'noncompliant' ? 'noncompliant' : said
}

/** Makers write `0`, `SystemSerialNumber` and the like where there is none. */
function serialOf(value: unknown): string | null {
  const said = text(value)
  return said === null || /^(?:0+|none|unknown|default string|system ?serial ?number|to be filled.*)$/i.test(said)
    ? null
    : said
}

const platforms: readonly (readonly [RegExp, DevicePlatform])[] = [
  [/^windows/i, 'windows'],
  [/^i(?:os|pados|phone|pad)/i, 'ios'],
  [/^mac/i, 'macos'],
  [/^android/i, 'android'],
  [/^(?:linux|ubuntu)/i, 'linux'],
]

export function platformOf(os: string | null): DevicePlatform | null {
  if (os === null) return null
  return platforms.find(([pattern]) => pattern.test(os))?.[1] ?? null
}

function deviceAction(raw: Raw): DeviceAction {
  const place = record(raw['deviceLocation'])
  const [latitude, longitude] = [amount(place['latitude']), amount(place['longitude'])]
  const isLocation =
    typeOf(raw)?.endsWith('locateDeviceActionResult') === true && latitude !== null && longitude !== null
  return {
    name: text(raw['actionName']) ?? 'unknown',
    state: choice(raw['actionState']) ?? 'none',
    startedAt: moment(raw['startDateTime']),
    updatedAt: moment(raw['lastUpdatedDateTime']),
    ...(isLocation && {
      location: {
        latitude,
        longitude,
        at: moment(place['lastCollectedDateTime']),
        accuracyM: amount(place['horizontalAccuracy']),
      },
    }),
  }
}
