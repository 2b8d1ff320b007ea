import type { Instant } from '#features/people/domain/instant.ts'

/** Days before the end at which the person and their lead hear of it. */
export const wordDays = [14, 3] as const
const dayMs = 86_400_000

export type Told = { readonly days: number; readonly at: Instant }
type Duty = { readonly madeAt: Instant; readonly dueAt: Instant; readonly suspendedAt: Instant | null }

/** The word that is due: the nearest whose moment has come, unless it or a nearer one was given. */
export function wordDue({ dueAt, suspendedAt }: Duty, told: readonly Told[], at: Instant): number | null {
  if (suspendedAt !== null) return null
  const left = (Date.parse(dueAt) - Date.parse(at)) / dayMs
  const due = wordDays.filter((days) => left <= days).at(-1)
  if (due === undefined || told.some(({ days }) => days <= due)) return null
  return due
}

/**
 * From when on the certification is suspended: the day it was due, and never within three days of the last word about it. Null while
 * that word was not given: nobody is locked out by surprise, also when Tierwise itself was away.
 */
export function suspendedFrom({ dueAt }: Duty, told: readonly Told[]): Instant | null {
  const last = told.find(({ days }) => days === wordDays[1])
  if (!last) return null
  const soonest = new Date(Date.parse(last.at) + wordDays[1] * dayMs).toISOString()
  return soonest > dueAt ? soonest : dueAt
}
