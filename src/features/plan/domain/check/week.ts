import type { SupportPlan } from '../document/support-plan.ts'
import type { SupportHours, Tier } from '../document/teams.ts'

/** Minutes since Monday 00:00, in the time zone of the week. */
export type Span = { readonly from: number; readonly to: number }
export type Week = { readonly timeZone: string; readonly spans: readonly Span[] }

const dayMinutes = 1440
const weekMinutes = 7 * dayMinutes

/** The minute of a day (`24:00` is 1440); NaN for what is no time. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function timeOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

export function weekOf(hours: SupportHours): Week {
  const spans = hours.weekly.map(({ day, from, to }) => {
    const start = (day - 1) * dayMinutes
    return { from: start + minuteOf(from), to: start + minuteOf(to) }
  })
  return { timeZone: hours.timeZone, spans: joined(spans) }
}

/** When a tier has somebody: its support hours, and on call. Keys that the plan does not have are left out. */
export function coverOf(plan: SupportPlan, tier: Tier): readonly Week[] {
  return [tier.supportHours, tier.onCall?.hours].flatMap((key) => {
    const hours = plan.teams.supportHours.find((one) => one.key === key)
    return hours ? [weekOf(hours)] : []
  })
}

export function openMinutes(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0)
}

/**
 * The part of `wanted` that none of `cover` has, in the time zone of `wanted`. Where the zones' distance differs between winter and
 * summer, the season that leaves more uncovered counts. Zones that do not exist leave nothing: another rule names them.
 */
export function uncovered(wanted: Week, cover: readonly Week[]): readonly Span[] {
  const seasons = ['2027-01-15T12:00:00.000Z', '2027-07-15T12:00:00.000Z'].map((at) =>
    cover.reduce<readonly Span[]>((left, week) => without(left, moved(week, wanted.timeZone, at)), wanted.spans),
  )
  return seasons.reduce((most, one) => (openMinutes(one) > openMinutes(most) ? one : most))
}

/** The days a list of spans falls on, each cut off at midnight. */
export function perDay(
  spans: readonly Span[],
): readonly { readonly weekday: number; readonly from: string; readonly to: string }[] {
  return spans.flatMap((span) => {
    const parts = []
    for (let from = span.from; from < span.to; ) {
      const midnight = (Math.floor(from / dayMinutes) + 1) * dayMinutes
      const to = Math.min(span.to, midnight)
      const start = midnight - dayMinutes
      parts.push({ weekday: start / dayMinutes + 1, from: timeOf(from - start), to: timeOf(to - start) })
      from = to
    }
    return parts
  })
}

function joined(spans: readonly Span[]): readonly Span[] {
  const list: Span[] = []
  const usable = spans.filter((span) => span.to > span.from && span.from >= 0 && span.to <= weekMinutes)
  for (const span of usable.toSorted((one, other) => one.from - other.from)) {
    const last = list.at(-1)
    if (last && span.from <= last.to) list[list.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else list.push(span)
  }
  return list
}

function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap((span) => {
        if (other.to <= span.from || other.from >= span.to) return [span]
        return [
          { from: span.from, to: Math.min(span.to, other.from) },
          { from: Math.max(span.from, other.to), to: span.to },
        ].filter((part) => part.to > part.from)
      }),
    spans,
  )
}

function moved(week: Week, timeZone: string, at: string): readonly Span[] {
  if (week.timeZone === timeZone) return week.spans
  const [there, here] = [offsetOf(timeZone, at), offsetOf(week.timeZone, at)]
  if (there === null || here === null) return [{ from: 0, to: weekMinutes }]
  const wrapped = week.spans.flatMap((span) => {
    const from = (span.from + there - here + weekMinutes) % weekMinutes
    const to = from + span.to - span.from
    if (to <= weekMinutes) return [{ from, to }]
    return [
      { from, to: weekMinutes },
      { from: 0, to: to - weekMinutes },
    ]
  })
  return joined(wrapped)
}

const offsets = new Map<string, number | null>()

/** Minutes that a zone is ahead of UTC; null for a zone that does not exist. */
function offsetOf(timeZone: string, at: string): number | null {
  const name = `${timeZone} ${at}`
  const known = offsets.get(name)
  if (known !== undefined) return known
  const offset = measured(timeZone, at)
  if (offsets.size < 2000) offsets.set(name, offset)
  return offset
}

function measured(timeZone: string, at: string): number | null {
  if (!isTimeZone(timeZone)) return null
  const date = new Date(at)
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (Date.parse(`${format.format(date).replace(' ', 'T')}.000Z`) - date.getTime()) / 60_000
}

/** An IANA name; a bare offset such as +01:00 knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
