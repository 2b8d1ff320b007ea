import type { Instant } from '#features/people/domain/instant.ts'
import type { Field } from './field.ts'

/** A page that is looked at asks for a read when what it shows is older. */
const freshMinutes = 10
/** What failed and may work by itself the next time is tried again sooner. */
const retryMinutes = 2

const retried: ReadonlySet<string> = new Set(['throttled', 'unavailable', 'unreachable', 'bad-answer', 'not-read'])

/** Is it time to read these parts again? `triedAt`: when that was last done, however it ended; null: never. */
export function isDue(fields: readonly Field<unknown>[], triedAt: Instant | null, now: Instant): boolean {
  if (triedAt === null) return true
  const again = fields.some(({ failed }) => failed !== null && retried.has(failed.code))
  return Date.parse(now) - Date.parse(triedAt) >= (again ? retryMinutes : freshMinutes) * 60_000
}
