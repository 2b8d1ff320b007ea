import type { Device, DeviceContext } from '../context.ts'
import { known, stale } from '../field.ts'

export const now = '2026-03-02T09:00:00.000Z'

/** A laptop that is in order, but for what is said. */
export function device(given: Partial<Device> = {}): Device {
  return {
    id: 'b7d0a1f4',
    entraDeviceId: '2f6f2b11',
    name: 'CON-NL-0142',
    platform: 'windows',
    os: 'Windows',
    osVersion: '10.0.26100.3194',
    model: 'Slate 7',
    manufacturer: 'Fabrikam',
    serial: 'FB7-000142',
    ownership: 'company',
    compliance: 'compliant',
    graceUntil: null,
    enrolledAt: '2026-03-01T07:58:00.000Z',
    lastSyncAt: '2026-03-02T08:14:00.000Z',
    certificateUntil: '2027-03-01T07:57:00.000Z',
    enrollmentType: 'windowsAzureADJoin',
    managementState: 'managed',
    isEncrypted: true,
    isSupervised: false,
    storageFree: 4e11,
    storageTotal: 5e11,
    failing: known([], now),
    actions: [],
    ...given,
  }
}

export const bitLocker = {
  policy: 'WIN-Baseline-Compliance',
  setting: 'BitLocker',
  state: 'nonCompliant',
  code: '0x87D10194',
  current: '0',
}

export const notCompliant: Partial<Device> = { compliance: 'noncompliant', failing: known([bitLocker], now) }

/** Somebody with a licence and one device in order, but for what is said. */
export function context(given: Partial<DeviceContext> = {}): DeviceContext {
  return {
    personId: 'ada',
    person: known(
      {
        entraId: '5a1c0f0e',
        name: 'Ada Visser',
        signInName: 'ada.visser@contoso.example',
        enabled: true,
        usageLocation: 'NL',
        language: 'nl-NL',
      },
      now,
    ),
    licences: known([{ sku: 'SPE_E3', intunePlan: 'enabled', error: null }], now),
    groups: known([{ id: 'g1', name: 'Intune-Wave-02-Retail' }], now),
    devices: known([device()], now),
    enrollmentFailures: known([], now),
    appFailures: known([], now),
    autopilot: known([], now),
    certificates: known([], now),
    health: known([], now),
    ...given,
  }
}

export const enrollmentFailure = {
  id: 'f1',
  at: '2026-03-02T07:41:00.000Z',
  platform: 'ios',
  os: 'iOS',
  osVersion: '16.7.10',
  category: 'enrollmentRestrictionsEnforced',
  reason: 'DeviceTypeNotAllowed',
  correlationId: '8f2d7f90',
  deviceId: null,
  enrollmentType: 'userEnrollment',
} as const

/** A part that could not be read, with what was known before. */
export const unread = <Value>(value: Value | null = null, code = 'unavailable') =>
  stale(value === null ? null : known(value, now), { code, permission: null, at: now })
