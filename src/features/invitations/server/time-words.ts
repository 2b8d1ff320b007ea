import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { EntryTime } from '../domain/invitation.ts'
import { occurrencesOf } from '../domain/occurrences.ts'

export type Reader = {
  readonly language: Language
  /** Of the invitation. */
  readonly timeZone: string
  /** Where the reader is. */
  readonly ownZone: string
}
type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/**
 * When something is, in words: `Tuesday 1 December 2026, 10:00–10:30 (Europe/Amsterdam)`, or a series by its weekdays. In the
 * reader's own zone too, where its clocks show another time; in a series, where two zones change their clocks on other days, that
 * may be two times.
 */
export function timeWords(time: EntryTime, reader: Reader, say: Say): string {
  const { starts, ends, weekly } = time
  const { language, timeZone, ownZone } = reader
  const there = `${span(starts, ends, language, timeZone)} (${timeZone})`
  if (weekly === null) {
    const day = (zone: string) => dayWords(starts, language, zone)
    const here = `${day(timeZone) === day(ownZone) ? '' : `${day(ownZone)}, `}${span(starts, ends, language, ownZone)}`
    const differs = isElsewhere(starts, reader)
    return `${day(timeZone)}, ${differs ? say('elsewhere', { there, here, zone: ownZone }) : there}`
  }
  const times = timesElsewhere(time, reader)
  const list = new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(times)
  const values = { there, here: list, zone: ownZone }
  return say('weekly', {
    days: new Intl.ListFormat(locales[language]).format(weekly.days.map((day) => weekdayName(day, language))),
    time: times.length === 0 ? there : say(times.length > 1 ? 'elsewhereByDay' : 'elsewhere', values),
    from: dayWords(starts, language, timeZone),
    until: dayWords(weekly.until, language, timeZone),
  })
}

/** What the reader's clocks show in the course of a series; nothing where they show what the series says. */
function timesElsewhere(time: EntryTime, reader: Reader): readonly string[] {
  if (reader.timeZone === reader.ownZone) return []
  const length = Date.parse(time.ends) - Date.parse(time.starts)
  const all = occurrencesOf(time, reader.timeZone)
  if (!all.some((at) => isElsewhere(at, reader))) return []
  const spans = all.map((at) =>
    span(at, new Date(Date.parse(at) + length).toISOString(), reader.language, reader.ownZone),
  )
  return [...new Set(spans)]
}

/** One occurrence, where the sentence has said the zone already. */
export function occurrenceWords(at: Instant, { language, timeZone }: Reader): string {
  return `${dayWords(at, language, timeZone)}, ${clockWords(at, language, timeZone)}`
}

/** Do the reader's clocks show another time at that moment? */
function isElsewhere(at: Instant, { timeZone, ownZone }: Reader): boolean {
  const offset = (zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds
  return offset(timeZone) !== offset(ownZone)
}

function dayWords(at: Instant, language: Language, timeZone: string): string {
  const day = { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return formatter(language, day)
    .format(new Date(at))
    .replace(/^(\p{L}+), /u, '$1 ')
}

function clockWords(at: Instant, language: Language, timeZone: string): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return formatter(language, clock).format(new Date(at))
}

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Making one takes a hundred times as long as using it. */
function formatter(language: Language, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(how)}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locales[language], how)
  formatters.set(key, made)
  return made
}

function span(starts: Instant, ends: Instant, language: Language, timeZone: string): string {
  const [first, last] = [dayWords(starts, language, timeZone), dayWords(ends, language, timeZone)]
  const end = clockWords(ends, language, timeZone)
  // What ends at midnight ends that night.
  const isSameDay = first === last || (end === '00:00' && Date.parse(ends) - Date.parse(starts) < 86_400_000)
  return `${clockWords(starts, language, timeZone)}–${isSameDay ? end : `${last}, ${end}`}`
}

function weekdayName(day: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(date)
}
