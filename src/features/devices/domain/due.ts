import type { Instant } from '#features/people/domain/instant.ts'
import type { Field } from './field.ts'

/** A page that is looked at asks for a read when what it shows is older. */
const freshMinutes = 10
/** What failed and may work by itself the next time is tried again sooner, soonest where nobody was asked more than can be. */
const retryMinutes: ReadonlyMap<string, number> = new Map([
  ['unreachable', 1],
  ['throttled', 2],
  ['unavailable', 2],
  ['bad-answer', 2],
  ['not-read', 2],
])

/** Is it time to read these parts again? `triedAt`: when that was last done, however it ended; null: never. */
export function isDue(fields: readonly Field<unknown>[], triedAt: Instant | null, now: Instant): boolean {
  if (triedAt === null) return true
  const minutes = retryIn(fields) ?? freshMinutes
  return Date.parse(now) - Date.parse(triedAt) >= minutes * 60_000
}

/** When what failed is tried again by itself, while somebody looks; null where nothing failed that may then work. */
export function retriedAt(fields: readonly Field<unknown>[], triedAt: Instant | null): Instant | null {
  const minutes = retryIn(fields)
  return minutes === null || triedAt === null
    ? null
    : new Date(Date.parse(triedAt) + minutes * 60_000).toISOString()
}

function retryIn(fields: readonly Field<unknown>[]): number | null {
  const minutes = fields.flatMap(({ failed }) => (failed && retryMinutes.get(failed.code)) ?? [])
  return minutes.length === 0 ? null : Math.min(...minutes)
}
