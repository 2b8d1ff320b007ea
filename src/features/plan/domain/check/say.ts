import type { Values } from './finding.ts'

type Language = 'nl' | 'en'

/**
 * The values of a finding as its sentence says them: a text of the plan in the reader's language, an ISO day as a date, `weekday` as
 * the day's name, and what ends in `Minutes` as hours and minutes.
 */
export function sayable(values: Values, language: Language): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(name, value, language)]))
}

function said(name: string, value: Values[string], language: Language): string | number {
  if (typeof value === 'object') return value[language] || value[language === 'nl' ? 'en' : 'nl']
  if (typeof value === 'string') {
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dated(value, { dateStyle: 'long' }, language) : value
  }
  // The first of January 2024 was a Monday.
  if (name === 'weekday') return dated(`2024-01-0${value}`, { weekday: 'long' }, language)
  return name.endsWith('Minutes') ? duration(value, language) : value
}

function dated(day: string, how: Intl.DateTimeFormatOptions, language: Language): string {
  const date = new Date(`${day}T12:00:00.000Z`)
  if (Number.isNaN(date.getTime())) return day
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...how, timeZone: 'UTC' }).format(date)
}

function duration(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  const hour = language === 'nl' ? 'u' : 'h'
  return [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter((part) => part !== '')
    .join(' ')
}
