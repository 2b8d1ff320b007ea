import type { Instant } from '#features/people/domain/instant.ts'
import type { AutopilotDevice, Certificate, Device, DeviceContext, HealthIssue, Licence } from './context.ts'
import { serialOf, twinsOf } from './same-device.ts'

/** From when on something is told: the plan's days, where it says them. */
export type Limits = { readonly silentDays: number; readonly expiryDays: number }
export const usualLimits: Limits = { silentDays: 30, expiryDays: 30 }

/** A grace period is short; its end is told sooner. */
const graceDays = 7

export type DeviceWarning =
  | { readonly code: 'silent'; readonly since: Instant; readonly days: number }
  | { readonly code: 'certificate-ends' | 'certificate-ended'; readonly until: Instant }
  | { readonly code: 'grace-ends'; readonly until: Instant }
  | { readonly code: 'management-odd'; readonly state: string }
  | { readonly code: 'autopilot-odd'; readonly state: string }
  | { readonly code: 'autopilot-other-device' }
  | { readonly code: 'same-name'; readonly count: number }
  | { readonly code: 'same-serial'; readonly count: number }

export function deviceWarnings(
  device: Device,
  { devices, autopilot }: Pick<DeviceContext, 'devices' | 'autopilot'>,
  at: Instant,
  limits: Limits = usualLimits,
): readonly DeviceWarning[] {
  const twins = twinsOf(device, devices.value ?? [])
  const registered = autopilot.value?.find((one) => isOf(one, device))
  const warnings: (DeviceWarning | null)[] = [
    silence(device, at, limits),
    certificateEnd(device, at, limits),
    device.compliance === 'inGracePeriod' &&
    device.graceUntil !== null &&
    daysFrom(at, device.graceUntil) <= graceDays
      ? { code: 'grace-ends', until: device.graceUntil }
      : null,
    isOddManagement(device.managementState) ? { code: 'management-odd', state: device.managementState } : null,
    registered ? autopilotOdd(registered, device) : null,
    twins.sameName.length > 0 ? { code: 'same-name', count: twins.sameName.length } : null,
    twins.sameSerial.length > 0 ? { code: 'same-serial', count: twins.sameSerial.length } : null,
  ]
  return warnings.filter((one) => one !== null)
}

export type PersonWarning =
  | { readonly code: 'account-off' }
  | { readonly code: 'no-usage-location' }
  | { readonly code: 'no-licence' }
  | { readonly code: 'licence-off' }
  | { readonly code: 'licence-pending' }
  | { readonly code: 'licence-error'; readonly sku: string; readonly error: string }

export function personWarnings({
  person,
  licences,
}: Pick<DeviceContext, 'person' | 'licences'>): readonly PersonWarning[] {
  const who = person.value
  return [
    ...(who?.enabled === false ? [{ code: 'account-off' } as const] : []),
    ...(who && who.usageLocation === null && person.failed === null
      ? [{ code: 'no-usage-location' } as const]
      : []),
    ...(licences.value ? licenceWarnings(licences.value) : []),
  ]
}

function licenceWarnings(licences: readonly Licence[]): readonly PersonWarning[] {
  const errors = licences.flatMap(({ sku, error }) =>
    error ? [{ code: 'licence-error', sku, error } as const] : [],
  )
  const plans = licences.map(({ intunePlan }) => intunePlan)
  if (plans.includes('enabled')) return errors
  if (plans.includes('pending')) return [{ code: 'licence-pending' }, ...errors]
  if (plans.includes('disabled')) return [{ code: 'licence-off' }, ...errors]
  return [{ code: 'no-licence' }, ...errors]
}

/** Certificates and tokens that have ended, or will within the days of the plan; the nearest end first. */
export function endingCertificates(
  certificates: readonly Certificate[],
  at: Instant,
  { expiryDays }: Limits = usualLimits,
): readonly (Certificate & { readonly expiresAt: Instant })[] {
  return certificates
    .flatMap((one) => (one.expiresAt === null ? [] : [{ ...one, expiresAt: one.expiresAt }]))
    .filter(({ expiresAt }) => daysFrom(at, expiresAt) <= expiryDays)
    .toSorted((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1))
}

/** Something is wrong at Microsoft, beside what it only advises. */
export function isIncident({ classification }: Pick<HealthIssue, 'classification'>): boolean {
  return classification !== 'advisory'
}

/** Whole days from one moment to a later one; below zero when it has passed. */
export function daysFrom(at: Instant, until: Instant): number {
  return Math.floor((Date.parse(until) - Date.parse(at)) / 86_400_000)
}

function silence({ lastSyncAt }: Device, at: Instant, { silentDays }: Limits): DeviceWarning | null {
  if (lastSyncAt === null) return null
  const days = daysFrom(lastSyncAt, at)
  return days >= silentDays ? { code: 'silent', since: lastSyncAt, days } : null
}

function certificateEnd(
  { certificateUntil: until }: Device,
  at: Instant,
  { expiryDays }: Limits,
): DeviceWarning | null {
  if (until === null || daysFrom(at, until) > expiryDays) return null
  return { code: until <= at ? 'certificate-ended' : 'certificate-ends', until }
}

function isOddManagement(state: string | null): state is string {
  return state !== null && !['managed', 'unknown', ''].includes(state)
}

export function isOf(one: AutopilotDevice, device: Device): boolean {
  if (one.managedDeviceId !== null && one.managedDeviceId === device.id) return true
  const serial = serialOf(device)
  return serial !== null && one.serial !== null && serialOf(one) === serial
}

function autopilotOdd(
  { enrollmentState, managedDeviceId }: AutopilotDevice,
  device: Device,
): DeviceWarning | null {
  if (enrollmentState !== null && !['enrolled', 'unknown'].includes(enrollmentState))
    return { code: 'autopilot-odd', state: enrollmentState }
  return managedDeviceId !== null && managedDeviceId !== device.id ? { code: 'autopilot-other-device' } : null
}
