import { Temporal } from 'temporal-polyfill'
import type { SupportHours } from './document/teams.ts'

/** Open time in milliseconds since the epoch. */
export type Span = { readonly opens: number; readonly closes: number }

/** The open spans of one local year, in order and apart; `before[i]` is the open time of the year that precedes span i. */
type Year = {
  readonly starts: number
  readonly ends: number
  readonly spans: readonly Span[]
  readonly before: readonly number[]
  readonly total: number
  /** Each calendar day with an opening: when the day begins, and when support closes for the last time that day. */
  readonly openDays: readonly Span[]
}

type MinuteRange = { readonly from: number; readonly to: number }

/** Support hours laid out in real time, a year at a time, when first asked for. */
export type Calendar = {
  readonly timeZone: string
  readonly weekly: ReadonlyMap<number, readonly MinuteRange[]>
  readonly closedDays: ReadonlySet<string>
  readonly years: Map<number, Year>
}

const dayMs = 86_400_000
const minuteMs = 60_000

// Plan documents are kept per process and never changed, so the object itself is the key.
const calendars = new WeakMap<SupportHours, Calendar>()

export function calendarOf(hours: SupportHours): Calendar {
  const known = calendars.get(hours)
  if (known) return known
  const open = new Set(hours.holidays.open)
  const publicDays = hours.holidays.publicDays.map((holiday) => holiday.date).filter((date) => !open.has(date))
  const calendar: Calendar = {
    timeZone: hours.timeZone,
    weekly: new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, rangesOf(hours, day)])),
    closedDays: new Set([...publicDays, ...hours.holidays.closed.map((holiday) => holiday.date)]),
    years: new Map(),
  }
  calendars.set(hours, calendar)
  return calendar
}

/** Where a moment stands: its local year, and the open time of that year that precedes it. */
export function positionOf(calendar: Calendar, at: number): { readonly year: number; readonly passed: number } {
  const year = yearAt(calendar, at)
  const { spans, before, total } = yearOf(calendar, year)
  const next = firstIndex(spans.length, (index) => (spans[index] as Span).closes > at)
  const span = spans[next]
  if (!span) return { year, passed: total }
  return { year, passed: (before[next] as number) + Math.max(0, at - span.opens) }
}

export function openTimeOfYear(calendar: Calendar, year: number): number {
  return yearOf(calendar, year).total
}

/** The earliest moment of `year` by which `passed` (more than 0, at most the year's total) of its open time has passed. */
export function momentAfter(calendar: Calendar, year: number, passed: number): number {
  const { spans, before } = yearOf(calendar, year)
  const index = firstIndex(spans.length, (one) => {
    const span = spans[one] as Span
    return (before[one] as number) + span.closes - span.opens >= passed
  })
  return (spans[index] as Span).opens + passed - (before[index] as number)
}

/** Open spans that end after `at` and begin before `until`: in order and apart, also over the turn of a year. */
export function* spansWithin(calendar: Calendar, at: number, until: number): Generator<Span> {
  let pending: Span | null = null
  for (let year = yearAt(calendar, at); yearOf(calendar, year).starts < until; year += 1) {
    for (const span of yearOf(calendar, year).spans) {
      if (span.closes <= at) continue
      if (span.opens >= until) break
      if (pending && pending.closes === span.opens) pending = { opens: pending.opens, closes: span.closes }
      else {
        if (pending) yield pending
        pending = span
      }
    }
  }
  if (pending) yield pending
}

/** The moment support next opens, or `at` itself when it is open; null when it never does. */
export function openingFrom(calendar: Calendar, at: number): number | null {
  const first = yearAt(calendar, at)
  for (let year = first; year < first + yearsLookedAhead; year += 1) {
    const { spans } = yearOf(calendar, year)
    const span = spans[firstIndex(spans.length, (index) => (spans[index] as Span).closes > at)]
    if (span) return Math.max(span.opens, at)
  }
  return null
}

/** Calendar days with an opening that begin after `at`, as far as the calendar goes. */
export function* openDaysAfter(calendar: Calendar, at: number): Generator<Span> {
  const first = yearAt(calendar, at)
  for (let year = first; year < first + yearsLookedAhead; year += 1) {
    const { openDays } = yearOf(calendar, year)
    const start = year === first ? firstIndex(openDays.length, (index) => (openDays[index] as Span).opens > at) : 0
    for (let index = start; index < openDays.length; index += 1) yield openDays[index] as Span
  }
}

/** A calendar without any opening for this long counts as never open. */
export const yearsLookedAhead = 3

function yearAt(calendar: Calendar, at: number): number {
  const guess = new Date(at).getUTCFullYear()
  const { starts, ends } = yearOf(calendar, guess)
  return at < starts ? guess - 1 : at >= ends ? guess + 1 : guess
}

function yearOf(calendar: Calendar, number: number): Year {
  const known = calendar.years.get(number)
  if (known) return known
  const year = layOut(calendar, number)
  calendar.years.set(number, year)
  return year
}

function layOut(calendar: Calendar, number: number): Year {
  let date = new Temporal.PlainDate(number, 1, 1)
  const starts = startOf(date, calendar.timeZone)
  const spans: Span[] = []
  const openDays: Span[] = []
  let ends = starts
  while (date.year === number) {
    const tomorrow = date.add({ days: 1 })
    const next = startOf(tomorrow, calendar.timeZone)
    const open = calendar.closedDays.has(date.toString()) ? [] : spansOf(calendar, date, ends, next)
    if (open.length > 0) openDays.push({ opens: ends, closes: Math.max(...open.map((span) => span.closes)) })
    spans.push(...open)
    date = tomorrow
    ends = next
  }
  const joined = join(spans)
  const before: number[] = []
  let total = 0
  for (const span of joined) {
    before.push(total)
    total += span.closes - span.opens
  }
  return { starts, ends, spans: joined, before, total, openDays }
}

function spansOf(calendar: Calendar, date: Temporal.PlainDate, starts: number, next: number): Span[] {
  const at =
    next - starts === dayMs
      ? (minute: number) => starts + minute * minuteMs
      : (minute: number) => (minute === 1440 ? next : onClockChange(date, minute, calendar.timeZone))
  return (calendar.weekly.get(date.dayOfWeek) ?? [])
    .map((range) => ({ opens: at(range.from), closes: at(range.to) }))
    .filter((span) => span.closes > span.opens)
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds
}

/** On the day the clock changes: a time that does not exist is moved on by the gap, a time that comes twice is the first. */
function onClockChange(date: Temporal.PlainDate, minute: number, timeZone: string): number {
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}

function rangesOf(hours: SupportHours, day: number): readonly MinuteRange[] {
  return hours.weekly
    .filter((one) => one.day === day)
    .map((one) => ({ from: minuteOfDay(one.from), to: minuteOfDay(one.to) }))
    .toSorted((one, other) => one.from - other.from)
}

/** `24:00` is 1440. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function join(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.opens <= last.closes) {
      joined[joined.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) }
    } else joined.push(span)
  }
  return joined
}

function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
