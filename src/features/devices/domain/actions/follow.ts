import type { Instant } from '#features/people/domain/instant.ts'
import type { DeviceActionName } from './action.ts'

/** Intune's names for what the plan calls otherwise; diagnostics are no action there. */
export const intuneNames = {
  sync: 'syncDevice',
  restart: 'rebootNow',
  lock: 'remoteLock',
  'reset-passcode': 'resetPasscode',
  locate: 'locateDevice',
  retire: 'retire',
  wipe: 'wipe',
} as const satisfies Record<Exclude<DeviceActionName, 'collect-diagnostics'>, string>

/** The device as it was read after Intune was told; null: it is not there (any more, or for a moment). */
export type SeenDevice = {
  readonly lastSyncAt: Instant | null
  readonly actions: readonly {
    readonly name: string
    readonly state: string
    readonly startedAt: Instant | null
  }[]
} | null

export type Followed =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly code: string }
  /** `offline`: the device has not checked in since it was asked. */
  | { readonly state: 'pending'; readonly code: 'offline' | 'gone-for-now' | null }

const minute = 60_000
const day = 24 * 60 * minute
/** A device checks in within some minutes where it is on. */
const offlineAfterMs = 10 * minute
/** What is not there for so long is gone, not between two calls. */
const goneAfterMs = 30 * minute
/** Nobody looks longer than this. */
export const giveUpAfterMs = 7 * day
/** Clocks differ a little. */
const skewMs = 5_000

/** Whether it began when Intune was told, not before; clocks differ a little. */
export function isSince(startedAt: Instant | null, sentAt: Instant | null): boolean {
  return startedAt !== null && sentAt !== null && Date.parse(startedAt) >= Date.parse(sentAt) - skewMs
}

/** What came of it so far. */
export function follow(
  action: Exclude<DeviceActionName, 'collect-diagnostics'>,
  sentAt: Instant,
  device: SeenDevice,
  now: Instant,
): Followed {
  const age = Date.parse(now) - Date.parse(sentAt)
  const isOver = age > giveUpAfterMs
  if (device === null) {
    // Whoever asked that it goes has what they asked for.
    if ((action === 'wipe' || action === 'retire') && age > 2 * minute) return { state: 'done' }
    return age > goneAfterMs
      ? { state: 'failed', code: 'device-gone' }
      : { state: 'pending', code: 'gone-for-now' }
  }
  const own = device.actions.find(
    ({ name, startedAt }) => name === intuneNames[action] && (startedAt === null || isSince(startedAt, sentAt)),
  )
  switch (own?.state) {
    case 'done':
      return { state: 'done' }
    case 'failed':
      return { state: 'failed', code: 'device-failed' }
    case 'notSupported':
      return { state: 'failed', code: 'not-supported' }
    case 'canceled':
      return { state: 'failed', code: 'cancelled-in-intune' }
    default:
      break
  }
  const hasCheckedIn = device.lastSyncAt !== null && Date.parse(device.lastSyncAt) > Date.parse(sentAt) - skewMs
  // Intune often leaves a sync pending, and only the check-in is newer.
  if (action === 'sync' && hasCheckedIn) return { state: 'done' }
  if (isOver) return { state: 'failed', code: 'no-answer' }
  return { state: 'pending', code: !hasCheckedIn && age > offlineAfterMs ? 'offline' : null }
}

/** What became of diagnostics that were asked for: `completed`, `failed`, or as Intune says; null: it knows them no more. */
export function followDiagnostics(
  state: string | null,
  sentAt: Instant,
  now: Instant,
): Followed | { readonly state: 'there' } {
  const age = Date.parse(now) - Date.parse(sentAt)
  if (state === 'completed') return { state: 'there' }
  if (state === 'failed')
    return { state: 'failed', code: age >= day - 5 * minute ? 'no-answer-in-a-day' : 'device-failed' }
  if (age > day + 30 * minute) return { state: 'failed', code: 'no-answer-in-a-day' }
  if (state === null && age > goneAfterMs) return { state: 'failed', code: 'device-gone' }
  return { state: 'pending', code: age > offlineAfterMs ? 'offline' : null }
}

/** When to look again: soon at first, ever less often. */
export function nextLook(sentAt: Instant, now: Instant): Instant {
  const age = Date.parse(now) - Date.parse(sentAt)
  const wait =
    age < 2 * minute
      ? 15_000
      : age < 10 * minute
        ? minute
        : age < 60 * minute
          ? 5 * minute
          : age < day
            ? 30 * minute
            : 2 * 60 * minute
  return new Date(Date.parse(now) + wait).toISOString()
}
