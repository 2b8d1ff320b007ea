import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { EntryTime } from './invitation.ts'

/** Everything in a series that takes place, by when the series has it; of what is no series, its beginning. */
export function occurrencesOf({ starts, weekly }: EntryTime, timeZone: string): readonly Instant[] {
  if (weekly === null) return [starts]
  const first = Temporal.Instant.from(starts).toZonedDateTimeISO(timeZone)
  const time = first.toPlainTime()
  const all: Instant[] = []
  for (let day = first.toPlainDate(); ; day = day.add({ days: 1 })) {
    const at = day
      .toZonedDateTime({ timeZone, plainTime: time })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' })
    if (at > weekly.until) return all
    if (weekly.days.includes(day.dayOfWeek) && !weekly.except.includes(at)) all.push(at)
  }
}
