import {
  type AutopilotDevice as RegisteredDevice,
  autopilotBySerial,
} from '#integrations/microsoft-graph/read/autopilot.ts'
import { devicesOfUser, failingSettings, type ManagedDevice } from '#integrations/microsoft-graph/read/devices.ts'
import { type GraphClient, GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { AutopilotDevice, Device, FailingSetting } from '../../domain/context.ts'
import { type Field, known, stale } from '../../domain/field.ts'
import { serialOf } from '../../domain/same-device.ts'
import { fails } from '../../domain/worth-showing.ts'
import { type Attempt, NothingThere } from './attempt.ts'
import { clean } from './clean.ts'

const mostDevices = 50
/** Devices of which it is asked why they are not compliant: the ones used last. */
const mostExplained = 8
const mostSettings = 20
/** Windows devices that are looked up in Autopilot. */
const mostRegistered = 4

export type Reading = {
  readonly graph: GraphClient
  readonly attempt: Attempt
  readonly signal: AbortSignal
  readonly now: Instant
}

/** Their devices without the reasons why, which take a call each. */
export async function readDevices({ graph, signal, now }: Reading, entraId: string): Promise<readonly Device[]> {
  const devices = await devicesOfUser(graph, entraId, signal)
  return devices
    .toSorted((one, other) => ((one.lastSyncAt ?? '') > (other.lastSyncAt ?? '') ? -1 : 1))
    .slice(0, mostDevices)
    .map((device) => deviceFrom(device, now))
}

/** Asks of each device that fails which setting it is that it does not meet. */
export async function withReasons(
  { graph, attempt, signal }: Reading,
  devices: readonly Device[],
  before: readonly Device[],
): Promise<readonly Device[]> {
  const asked = new Set(
    devices
      .filter(fails)
      .slice(0, mostExplained)
      .map(({ id }) => id),
  )
  return Promise.all(
    devices.map(async (device) => {
      if (!asked.has(device.id)) return device
      const known = reasonsKnown(before.find(({ id }) => id === device.id))
      return { ...device, failing: await attempt(known, () => reasonsOf(graph, device.id, signal)) }
    }),
  )
}

/** Of a device that failed before: that a compliant one failed by nothing says nothing of why it fails now. */
function reasonsKnown(before: Device | undefined): Device['failing'] | undefined {
  if (before === undefined || !fails(before)) return undefined
  const { failing } = before
  return failing.failed !== null && failing.value?.length === 0 ? undefined : failing
}

async function reasonsOf(
  graph: GraphClient,
  deviceId: string,
  signal: AbortSignal,
): Promise<readonly FailingSetting[]> {
  try {
    const settings = await failingSettings(graph, deviceId, signal)
    return settings.slice(0, mostSettings).map(({ policy, setting, state, code, current }) => ({
      policy: clean(policy),
      setting: clean(setting),
      state,
      code,
      current: clean(current),
    }))
  } catch (error) {
    // It was there a moment ago.
    if (error instanceof GraphFailure && error.code === 'not-found') throw new NothingThere('gone')
    throw error
  }
}

export async function readAutopilot(
  { graph, signal }: Reading,
  devices: readonly Device[],
): Promise<readonly AutopilotDevice[]> {
  const serials = devices.flatMap((device) => (device.platform === 'windows' ? (serialOf(device) ?? []) : []))
  const registered = await Promise.all(
    [...new Set(serials)].slice(0, mostRegistered).map((serial) => autopilotBySerial(graph, serial, signal)),
  )
  return registered.filter((one) => one !== null).map(autopilotFrom)
}

/** Only what a colleague needs: no phone number, no IMEI, no addresses of networks or people, no place. */
function deviceFrom(device: ManagedDevice, now: Instant): Device {
  return {
    id: device.id,
    entraDeviceId: device.entraDeviceId,
    name: clean(device.name) ?? '',
    platform: device.platform,
    os: device.os,
    osVersion: device.osVersion,
    model: device.model,
    manufacturer: device.manufacturer,
    serial: device.serial,
    ownership: device.ownership,
    compliance: device.compliance,
    graceUntil: device.graceUntil,
    enrolledAt: device.enrolledAt,
    lastSyncAt: device.lastSyncAt,
    certificateUntil: device.certificateUntil,
    enrollmentType: device.enrollmentType,
    managementState: device.managementState,
    isEncrypted: device.isEncrypted,
    isSupervised: device.isSupervised,
    storageFree: device.storageFree,
    storageTotal: device.storageTotal,
    failing: fails(device) ? notAsked(now) : known([], now),
    actions: device.actions.map(({ name, state, startedAt, updatedAt }) => ({
      name,
      state,
      startedAt,
      updatedAt,
    })),
  }
}

function notAsked(at: Instant): Field<readonly FailingSetting[]> {
  return stale<readonly FailingSetting[]>(null, { code: 'not-read', permission: null, at })
}

function autopilotFrom(one: RegisteredDevice): AutopilotDevice {
  const { id, serial, model, groupTag, enrollmentState, lastContactAt, managedDeviceId } = one
  return { id, serial, model, groupTag, enrollmentState, lastContactAt, managedDeviceId }
}
