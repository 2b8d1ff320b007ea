import type { SupportHours } from '../document/teams.ts'

type Weekly = SupportHours['weekly']
type Opening = { readonly from: string; readonly to: string }

const endOfDay = 24 * 60

/** The openings of one weekday, in order. */
export function openingsOf(weekly: Weekly, day: number): readonly Opening[] {
  return weekly
    .filter((one) => one.day === day)
    .map(({ from, to }) => ({ from, to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

/** The week with other openings on one weekday. */
export function withDay(weekly: Weekly, day: number, openings: readonly Opening[]): Weekly {
  return [...weekly.filter((one) => one.day !== day), ...openings.map((one) => ({ day, ...one }))].toSorted(
    (one, other) => one.day - other.day || (one.from < other.from ? -1 : 1),
  )
}

/** `8-12, 13:00-17:30` as openings; empty for a closed day, null for what is none. */
export function readOpenings(typed: string): readonly Opening[] | null {
  const parts = typed
    .split(/[,;]|\s+(?:en|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const spans = parts.map(readSpan)
  if (spans.includes(null)) return null
  return joined(spans.filter((span) => span !== null))
}

export function sayOpenings(openings: readonly Opening[]): string {
  return openings.map(({ from, to }) => `${from}-${to}`).join(', ')
}

/** The week with this part of a day open or closed, from one minute of the day to another. */
export function painted(weekly: Weekly, day: number, from: number, to: number, open: boolean): Weekly {
  const spans = openingsOf(weekly, day).map(spanOf)
  const rest = spans.flatMap((span) => [
    { from: span.from, to: Math.min(span.to, from) },
    { from: Math.max(span.from, to), to: span.to },
  ])
  const all = open ? [...rest, { from, to }] : rest
  return withDay(weekly, day, joined(all.filter((span) => span.from < span.to)))
}

/** Whether a part of a day is open from its first minute to its last. */
export function isOpen(weekly: Weekly, day: number, from: number, to: number): boolean {
  return openingsOf(weekly, day)
    .map(spanOf)
    .some((span) => span.from <= from && to <= span.to)
}

export function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

export function timeOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

type Span = { readonly from: number; readonly to: number }
const spanOf = ({ from, to }: Opening): Span => ({ from: minuteOf(from), to: minuteOf(to) })

function readSpan(part: string): Span | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|tot|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part)
  if (!found) return null
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = found
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = Number(toHour) * 60 + Number(toMinute)
  const sound = Number(fromMinute) < 60 && Number(toMinute) < 60 && from < to && to <= endOfDay
  return sound ? { from, to } : null
}

/** Openings in order; those that touch or overlap are one. */
function joined(spans: readonly Span[]): readonly Opening[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) }))
}
