import type { Instant } from '#features/people/domain/instant.ts'
import type { AppFailure, Device, DeviceContext, EnrollmentFailure, FailingSetting } from './context.ts'
import { type DeviceWarning, deviceWarnings, type Limits, usualLimits } from './warnings.ts'

/** Does Intune say that this device is not as it should be? What it does not know is no failure. */
export function fails({ compliance }: Pick<Device, 'compliance'>): boolean {
  return compliance !== null && ['noncompliant', 'conflict', 'error', 'inGracePeriod'].includes(compliance)
}

export type ShownDevice = { readonly device: Device; readonly warnings: readonly DeviceWarning[] }

/** Devices in the order in which one wants to see them: what fails, what is warned of, and of both what was used last. */
export function devicesInOrder(
  context: Pick<DeviceContext, 'devices' | 'autopilot'>,
  at: Instant,
  limits: Limits = usualLimits,
): readonly ShownDevice[] {
  const rank = ({ device, warnings }: ShownDevice) => {
    if (device.compliance !== 'inGracePeriod' && fails(device)) return 0
    if (fails(device)) return 1
    return warnings.length > 0 ? 2 : 3
  }
  return (context.devices.value ?? [])
    .map((device) => ({ device, warnings: deviceWarnings(device, context, at, limits) }))
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        newer(one.device.lastSyncAt, other.device.lastSyncAt) ||
        (one.device.id < other.device.id ? -1 : 1),
    )
}

export type Failure =
  | { readonly kind: 'enrollment'; readonly failure: EnrollmentFailure }
  | { readonly kind: 'app'; readonly failure: AppFailure }

/** What failed, newest first; the same said again (same kind, reason and device) once, as it was said last. */
export function newestFailures(
  { enrollmentFailures, appFailures }: Pick<DeviceContext, 'enrollmentFailures' | 'appFailures'>,
  most: number,
): readonly (Failure & { readonly times: number })[] {
  const all: readonly Failure[] = [
    ...(enrollmentFailures.value ?? []).map((failure) => ({ kind: 'enrollment', failure }) as const),
    ...(appFailures.value ?? []).map((failure) => ({ kind: 'app', failure }) as const),
  ].toSorted((one, other) => newer(one.failure.at, other.failure.at))
  return [...Map.groupBy(all, sameness).values()].slice(0, most).flatMap((same) => {
    const [newest] = same
    return newest ? [{ ...newest, times: same.length }] : []
  })
}

function sameness({ kind, failure }: Failure): string {
  return kind === 'enrollment'
    ? JSON.stringify([kind, failure.category, failure.reason, failure.os, failure.osVersion])
    : JSON.stringify([kind, failure.appId ?? failure.appName, failure.code, failure.what, failure.deviceId])
}

/** Why a device is not compliant: which setting of which policies, errors before what is only not met. */
export type Reason = Omit<FailingSetting, 'policy'> & { readonly policies: readonly string[] }

export function whyNotCompliant({ failing }: Pick<Device, 'failing'>): readonly Reason[] {
  const bySetting = Map.groupBy(failing.value ?? [], ({ setting, state, code }) =>
    JSON.stringify([setting, state, code]),
  )
  return [...bySetting.values()]
    .flatMap((same) => {
      const [first] = same
      if (!first) return []
      const { policy: _, ...rest } = first
      return [{ ...rest, policies: [...new Set(same.map(({ policy }) => policy))] }]
    })
    .toSorted((one, other) => weight(one.state) - weight(other.state) || (one.setting < other.setting ? -1 : 1))
}

function weight(state: string): number {
  const place = ['error', 'conflict', 'nonCompliant'].indexOf(state)
  return place === -1 ? 3 : place
}

function newer(one: Instant | null, other: Instant | null): number {
  if (one === other) return 0
  return (one ?? '') > (other ?? '') ? -1 : 1
}
