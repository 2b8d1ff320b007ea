import type { Instant } from '#features/people/domain/instant.ts'
import {
  calendarOf,
  momentAfter,
  openDaysAfter,
  openingFrom,
  openTimeOfYear,
  positionOf,
  spansWithin,
  yearsLookedAhead,
} from './support-calendar.ts'
import type { SupportHours } from './document/teams.ts'

export type OpenInterval = { readonly from: Instant; readonly to: Instant }

const minuteMs = 60_000

/**
 * Open time between two moments in whole milliseconds: exactly additive, so that intervals that partition a ticket's life sum to
 * the whole. Negative when `to` is before `from`.
 */
export function supportMillisecondsBetween(hours: SupportHours, from: Instant, to: Instant): number {
  const calendar = calendarOf(hours)
  const start = positionOf(calendar, Date.parse(from))
  const end = positionOf(calendar, Date.parse(to))
  let passed = end.passed - start.passed
  for (let year = start.year; year < end.year; year += 1) passed += openTimeOfYear(calendar, year)
  for (let year = end.year; year < start.year; year += 1) passed -= openTimeOfYear(calendar, year)
  return passed
}

/** `supportMillisecondsBetween` in minutes, with a fraction. */
export function supportMinutesBetween(hours: SupportHours, from: Instant, to: Instant): number {
  return supportMillisecondsBetween(hours, from, to) / minuteMs
}

/**
 * The earliest moment by which `minutes` of open time have passed since `from`; `from` itself for 0. The end of a day's opening
 * comes before the next opening: eight hours from opening are over when support closes, not the next morning.
 */
export function addSupportMinutes(hours: SupportHours, from: Instant, minutes: number): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Cannot add ${minutes} support minutes`)
  const milliseconds = Math.round(minutes * minuteMs)
  if (milliseconds === 0) return from
  const calendar = calendarOf(hours)
  let { year, passed } = positionOf(calendar, Date.parse(from))
  passed += milliseconds
  let empty = 0
  for (;;) {
    const total = openTimeOfYear(calendar, year)
    if (passed <= total) return instantOf(momentAfter(calendar, year, passed))
    empty = total === 0 ? empty + 1 : 0
    if (empty === yearsLookedAhead) throw neverOpen(hours)
    passed -= total
    year += 1
  }
}

/** `at` itself when support is open then, else the next moment at which it opens. */
export function nextOpening(hours: SupportHours, at: Instant): Instant {
  const opening = openingFrom(calendarOf(hours), Date.parse(at))
  if (opening === null) throw neverOpen(hours)
  return instantOf(opening)
}

/** When support is open between two moments: in order, apart, cut off at both ends. */
export function openIntervals(hours: SupportHours, from: Instant, to: Instant): readonly OpenInterval[] {
  const start = Date.parse(from)
  const end = Date.parse(to)
  if (end <= start) return []
  return [...spansWithin(calendarOf(hours), start, end)].map(({ opens, closes }) => ({
    from: instantOf(Math.max(opens, start)),
    to: instantOf(Math.min(closes, end)),
  }))
}

/**
 * The end of the support day that is `days` support days after the day of `from`. A support day is a calendar day, in the hours' own
 * time zone, on which support opens; so whoever is told "within 5 support days" has five whole ones.
 */
export function addSupportDays(hours: SupportHours, from: Instant, days: number): Instant {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Cannot add ${days} support days`)
  let left = days
  for (const day of openDaysAfter(calendarOf(hours), Date.parse(from))) {
    left -= 1
    if (left === 0) return instantOf(day.closes)
  }
  throw neverOpen(hours)
}

function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}

function neverOpen(hours: SupportHours): RangeError {
  return new RangeError(`Support hours "${hours.key}" never open`)
}
