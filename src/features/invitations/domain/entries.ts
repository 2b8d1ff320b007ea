import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Entry, WantedInvitation, WantedOccurrence, WantedSeries } from './invitation.ts'

/** Further than this no series goes: some two years of working days. */
const mostOccurrences = 600

/**
 * What a wanted invitation is in a calendar. A calendar's series has one time of day, so a bridge on Tuesdays at ten and Thursdays
 * at three is two of them.
 */
export function entriesOf(
  wanted: Pick<WantedInvitation, 'occurrences' | 'recurring' | 'timeZone'>,
): readonly Entry[] {
  const { occurrences, recurring, timeZone } = wanted
  if (recurring === undefined) return occurrences.map(onceOf)
  const series = seriesOf(recurring, timeZone)
  const known = new Map(series.flatMap((one) => one.all.map((at) => [at, one] as const)))
  const others = occurrences.filter(({ key }) => !known.has(key))
  return [
    ...series.flatMap((one) => entryOf(one, recurring, occurrences) ?? []),
    ...others.filter((one) => !isAsTheSeries(one)).map(onceOf),
  ]

  function isAsTheSeries({ starts, ends }: WantedOccurrence): boolean {
    return known.has(starts) && minutesBetween(starts, ends) === recurring?.lengthMinutes
  }
}

const onceOf = ({ key, starts, ends }: WantedOccurrence): Entry => ({ key, time: { starts, ends, weekly: null } })

type Series = {
  /** By its place in the day and not by its time, so that a series at another time is the same series. */
  readonly key: string
  readonly days: readonly number[]
  readonly all: readonly Instant[]
  readonly except: readonly Instant[]
}

function seriesOf(recurring: WantedSeries, timeZone: string): readonly Series[] {
  const times = Map.groupBy(recurring.weekly, (one) => one.at)
  return [...times]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, weekly], index) => {
      const days = [...new Set(weekly.map((one) => one.day))].toSorted((a, b) => a - b)
      const dates = datesOf(recurring, days)
      const without = new Set(recurring.except)
      return {
        key: `weekly-${index + 1}`,
        days,
        all: dates.map((date) => momentOf(date, at, timeZone)),
        except: dates
          .map((date) => [date.toString(), momentOf(date, at, timeZone)] as const)
          .flatMap(([day, moment]) => (without.has(day) || without.has(moment) ? [moment] : [])),
      }
    })
}

/** Null where none of it takes place. Exceptions before the first and after the last need not be said. */
function entryOf(
  { key: seriesKey, days, all, except }: Series,
  { lengthMinutes }: WantedSeries,
  occurrences: readonly WantedOccurrence[],
): Entry | null {
  const taking = all.filter((one) => !except.includes(one))
  const [first] = taking
  const last = taking.at(-1)
  if (first === undefined || last === undefined) return null
  const moved = occurrences
    .filter(
      ({ key, starts, ends }) => taking.includes(key) && (starts !== key || ends !== after(key, lengthMinutes)),
    )
    .map(({ key, starts, ends }) => ({ was: key, starts, ends }))
    .toSorted((a, b) => (a.was < b.was ? -1 : 1))
  return {
    key: seriesKey,
    time: {
      starts: first,
      ends: after(first, lengthMinutes),
      weekly: { days, until: last, except: except.filter((one) => first < one && one < last), moved },
    },
  }
}

function datesOf({ from, until }: WantedSeries, days: readonly number[]): Temporal.PlainDate[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)]
  const dates: Temporal.PlainDate[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (days.includes(day.dayOfWeek)) dates.push(day)
    if (dates.length === mostOccurrences) break
  }
  return dates
}

/** A time that the clocks skip is an hour later, as calendars have it. */
function momentOf(date: Temporal.PlainDate, at: string, timeZone: string): Instant {
  return text(date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).toInstant())
}

function after(at: Instant, minutes: number): Instant {
  return text(Temporal.Instant.from(at).add({ minutes }))
}

function minutesBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / 60_000
}

const text = (at: Temporal.Instant): Instant => at.toString({ smallestUnit: 'millisecond' })
