import { Temporal } from 'temporal-polyfill'

/** A change of the clocks: on the clock before it, `at` is when it happens. */
type Change = {
  readonly at: Temporal.PlainDateTime
  readonly from: string
  readonly to: string
  readonly name: string
  readonly isDaylight: boolean
}

/** So many years of changes have to fit one rule before the rule is written instead of the changes. */
const yearsLookedAt = 10

/**
 * VTIMEZONE (RFC 5545, 3.6.5) for what lies between two moments: yearly rules where the zone keeps to some, else every change
 * from the one before the beginning to the end.
 */
export function timeZoneComponent(zone: string, from: Temporal.Instant, until: Temporal.Instant): string {
  const start = from.toZonedDateTimeISO(zone).subtract({ years: 1 })
  const end = until.toZonedDateTimeISO(zone).add({ years: 1 })
  const changes = changesBetween(start, laterOf(end, start.add({ years: yearsLookedAt })))
  const kinds = Map.groupBy(changes, (change) => `${change.from} ${change.to}`)
  const rules = [...kinds.values()].map(yearlyRule)
  const regular = rules.filter((rule) => rule !== null)
  const parts =
    changes.length === 0
      ? [fixed(start)]
      : regular.length === rules.length
        ? regular
        : [fixed(start), ...changesBetween(start, end).map((change) => observance(change, []))]
  return lines(['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'])
}

function changesBetween(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Change[] {
  const changes: Change[] = []
  for (let at = start.getTimeZoneTransition('next'); at !== null; at = at.getTimeZoneTransition('next')) {
    if (Temporal.ZonedDateTime.compare(at, end) > 0) break
    changes.push(changeAt(at))
  }
  return changes
}

function changeAt(after: Temporal.ZonedDateTime): Change {
  const before = after.subtract({ nanoseconds: 1 })
  const leap = after.offsetNanoseconds - before.offsetNanoseconds
  return {
    at: after.toPlainDateTime().subtract({ nanoseconds: leap }),
    from: before.offset,
    to: after.offset,
    name: shortName(after),
    isDaylight: leap > 0,
  }
}

/** The day of the month as all of these changes have it, such as the last Sunday of March; null where no such rule fits. */
function yearlyRule(changes: readonly Change[]): string[] | null {
  const [first] = changes
  if (first === undefined || changes.length < yearsLookedAt - 1) return null
  const { month, dayOfWeek } = first.at
  const time = first.at.toPlainTime()
  const alike = changes.every(
    ({ at }, index) =>
      at.month === month &&
      at.dayOfWeek === dayOfWeek &&
      at.toPlainTime().equals(time) &&
      at.year === first.at.year + index,
  )
  if (!alike) return null
  const places: readonly ((at: Temporal.PlainDateTime) => number)[] = [
    (at) => Math.ceil(at.day / 7),
    (at) => -Math.ceil((at.daysInMonth - at.day + 1) / 7),
  ]
  const place = places.find((of) => changes.every((change) => of(change.at) === of(first.at)))
  if (place === undefined) return null
  return observance(first, [
    `RRULE:FREQ=YEARLY;BYMONTH=${String(month)};BYDAY=${String(place(first.at))}${weekdays[dayOfWeek] ?? ''}`,
  ])
}

export const weekdays: Readonly<Record<number, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
}

function observance({ at, from, to, name, isDaylight }: Change, rule: readonly string[]): string[] {
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${clockTime(at)}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `TZNAME:${name}`,
    ...rule,
    `END:${kind}`,
  ]
}

/** What the clocks show at the beginning, since always. */
function fixed(start: Temporal.ZonedDateTime): string[] {
  const at = Temporal.PlainDateTime.from('1970-01-01T00:00:00')
  return observance({ at, from: start.offset, to: start.offset, name: shortName(start), isDaylight: false }, [])
}

function shortName(at: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: at.timeZoneId, timeZoneName: 'short' }).formatToParts(
    new Date(at.epochMilliseconds),
  )
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? at.offset
}

/** `20261201T100000` */
export function clockTime(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

function laterOf(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) > 0 ? a : b
}

function lines(all: readonly string[]): string {
  return all.join('\r\n')
}
