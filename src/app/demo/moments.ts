import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import { addDays, weekdayOf } from '#features/plan/domain/days.ts'

export const timeZone = 'Europe/Amsterdam'

/** A moment of a day as the people of the demo see it on their clock. */
export function momentOn(day: string, time: string): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: time })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
}

/** The day itself, or the Monday after it: nobody trains or decides in a weekend. */
export function workday(day: string): string {
  return weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day
}

export function later(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}
