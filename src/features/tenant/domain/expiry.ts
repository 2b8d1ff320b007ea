import type { Instant } from '#features/people/domain/instant.ts'

/** Administrators are warned when so many days are left, each once. */
export const warnDays = [30, 14, 7, 3, 1, 0] as const

const dayMs = 86_400_000

/** Whole days until then; below zero once it has passed. */
export function daysLeft(expiresAt: Instant, now: Instant): number {
  return Math.floor((Date.parse(expiresAt) - Date.parse(now)) / dayMs)
}

/** The warning that is due: the tightest one reached and not given yet; null where there is none. */
export function warningDue(expiresAt: Instant | null, warnedDays: number | null, now: Instant): number | null {
  if (expiresAt === null) return null
  const left = Math.max(0, daysLeft(expiresAt, now))
  const reached = warnDays.findLast((days) => left <= days)
  if (reached === undefined) return null
  return warnedDays === null || reached < warnedDays ? reached : null
}

export type ExpiryState = 'unknown' | 'far' | 'soon' | 'expired'

export function expiryState(expiresAt: Instant | null, now: Instant): ExpiryState {
  if (expiresAt === null) return 'unknown'
  if (expiresAt <= now) return 'expired'
  return daysLeft(expiresAt, now) <= warnDays[0] ? 'soon' : 'far'
}
