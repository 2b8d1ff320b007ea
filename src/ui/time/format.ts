import type { Language } from '../words/words.ts'

type Style = Intl.DateTimeFormatOptions
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, timeZone: string, name: string, style: Style): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${name}`
  let one = formats.get(key)
  if (!one) {
    one = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { ...style, timeZone })
    formats.set(key, one)
  }
  return one
}

export type Reader = { readonly language: Language; readonly timeZone: string }

/** Days between two instants on the calendar of a zone: 0 = the same day, -1 = the day before. */
export function calendarDays(at: string, now: string, timeZone: string): number {
  const day = format('en', timeZone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' })
  const number = (instant: string) => {
    const parts = Object.fromEntries(day.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
    return Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])) / 86_400_000
  }
  return number(at) - number(now)
}

/** `14:05` */
export function clockTime(at: string, { language, timeZone }: Reader): string {
  return format(language, timeZone, 'time', { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** The day as people say it: today, yesterday, `mon 16 nov`, with the year when it is another one. */
export function dayName(at: string, now: string, reader: Reader): string {
  const days = calendarDays(at, now, reader.timeZone)
  if (Math.abs(days) <= 1) {
    return new Intl.RelativeTimeFormat(reader.language, { numeric: 'auto' }).format(days, 'day')
  }
  const year = format('en', reader.timeZone, 'year', { year: 'numeric' })
  const sameYear = year.format(new Date(at)) === year.format(new Date(now))
  const style: Style = { weekday: 'short', day: 'numeric', month: 'short' }
  return format(
    reader.language,
    reader.timeZone,
    sameYear ? 'day' : 'day-year',
    sameYear ? style : { ...style, year: 'numeric' },
  )
    .format(new Date(at))
    .replace(',', '')
}

/** `today 14:05` */
export function dayAndTime(at: string, now: string, reader: Reader): string {
  return `${dayName(at, now, reader)} ${clockTime(at, reader)}`
}

/** `Sunday 22 November 2026 at 14:05:09 CET`: nothing left to guess. */
export function exactTime(at: string, { language, timeZone }: Reader): string {
  return format(language, timeZone, 'exact', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at))
}

/** `in 2 hours`, `3 minutes ago`, `now`. */
export function relativeTime(at: string, now: string, { language }: Reader): string {
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / 60_000)
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'long' })
  const size = Math.abs(minutes)
  if (size < 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
  if (size < 60) return words.format(Math.trunc(minutes), 'minute')
  if (size < 24 * 60) return words.format(Math.trunc(minutes / 60), 'hour')
  if (size < 14 * 24 * 60) return words.format(Math.trunc(minutes / (24 * 60)), 'day')
  if (size < 60 * 24 * 60) return words.format(Math.trunc(minutes / (7 * 24 * 60)), 'week')
  return words.format(Math.trunc(minutes / (30.44 * 24 * 60)), 'month')
}

/** How long it is between two moments, as people say it: `3 hours`, `2 days`. */
export function timeSpan(at: string, now: string, { language }: Reader): string {
  const minutes = Math.max(1, Math.round(Math.abs(Date.parse(now) - Date.parse(at)) / 60_000))
  const [size, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 24 * 60
        ? [minutes / 60, 'hour']
        : minutes < 14 * 24 * 60
          ? [minutes / (24 * 60), 'day']
          : [minutes / (7 * 24 * 60), 'week']
  const words = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  return words.format(Math.trunc(size))
}

export type DurationParts = { readonly days: number; readonly hours: number; readonly minutes: number }

/** Whole days (of 24 hours, only when `withDays`), hours and minutes; rounded down, so that no target looks met too early. */
export function durationParts(total: number, withDays: boolean): DurationParts {
  const whole = Math.max(0, Math.floor(total))
  const days = withDays ? Math.floor(whole / 1440) : 0
  const rest = whole - days * 1440
  return { days, hours: Math.floor(rest / 60), minutes: rest % 60 }
}
