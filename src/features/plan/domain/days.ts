export const dayMs = 86_400_000

/** Days since the epoch; NaN for what is no day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / dayMs
}

export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/** The calendar day so many days later; what is no day, or further than days are counted, stays as it is. */
export function addDays(day: string, days: number): string {
  const date = new Date((dayNumber(day) + days) * dayMs)
  return Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10)
}

/** 1 is Monday; NaN for what is no day. */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday; the remainder of a day before it is negative.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The last of these days; empty when there are none, which is before every day. */
export function lastDay(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? ''
}
