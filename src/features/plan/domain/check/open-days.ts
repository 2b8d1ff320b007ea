import { weekdayOf } from '../days.ts'
import type { SupportHours } from '../document/teams.ts'

/** The days on which these hours do not hold: holidays on which support is not open after all, and days off. */
export function closedDays({ holidays }: SupportHours) {
  const open = new Set(holidays.open)
  return [...holidays.publicDays.filter(({ date }) => !open.has(date)), ...holidays.closed]
}

/** Whether these hours open on the weekday of a day. */
export function opensOn({ weekly }: SupportHours, date: string): boolean {
  return weekly.some(({ day }) => day === weekdayOf(date))
}

export function isOpen(hours: SupportHours, date: string): boolean {
  return opensOn(hours, date) && !closedDays(hours).some((day) => day.date === date)
}
