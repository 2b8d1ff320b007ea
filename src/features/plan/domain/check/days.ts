const dayMs = 86_400_000

/** Days since the epoch; NaN for what is no day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / dayMs
}

export function addDays(day: string, days: number): string {
  const date = new Date((dayNumber(day) + days) * dayMs)
  return Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10)
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return ((dayNumber(day) + 3) % 7) + 1
}
