import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { EntryTime } from '../domain/invitation.ts'

export type Zones = {
  /** Of the invitation. */
  readonly timeZone: string
  /** Of the reader. */
  readonly ownZone: string
}
type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/**
 * When something is, in words: `Tuesday 1 December 2026, 10:00–10:30 (Europe/Amsterdam)`, or a series by its weekdays. In the
 * reader's own zone too, where its clocks show another time.
 */
export function timeWords(time: EntryTime, language: Language, zones: Zones, say: Say): string {
  const { starts, ends, weekly } = time
  if (weekly === null) {
    return zonesFor(starts, zones)
      .map((zone) => `${dayWords(starts, language, zone)}, ${span(starts, ends, language, zone)} (${zone})`)
      .join('; ')
  }
  const days = new Intl.ListFormat(locales[language]).format(weekly.days.map((day) => weekdayName(day, language)))
  const clock = zonesFor(starts, zones).map((zone) => `${span(starts, ends, language, zone)} (${zone})`)
  return say('weekly', {
    days,
    time: clock.join('; '),
    from: dayWords(starts, language, zones.timeZone),
    until: dayWords(weekly.until, language, zones.timeZone),
  })
}

/** One occurrence, where the sentence has said the zone already. */
export function occurrenceWords(at: Instant, language: Language, { timeZone }: Zones): string {
  return `${dayWords(at, language, timeZone)}, ${clockWords(at, language, timeZone)}`
}

/** Both zones only where their clocks differ at that moment. */
function zonesFor(at: Instant, { timeZone, ownZone }: Zones): readonly string[] {
  const moment = Temporal.Instant.from(at)
  const [theirs, own] = [moment.toZonedDateTimeISO(timeZone), moment.toZonedDateTimeISO(ownZone)]
  return theirs.offsetNanoseconds === own.offsetNanoseconds ? [timeZone] : [timeZone, ownZone]
}

function dayWords(at: Instant, language: Language, timeZone: string): string {
  const day = { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(locales[language], day).format(new Date(at)).replace(/^(\p{L}+), /u, '$1 ')
}

function clockWords(at: Instant, language: Language, timeZone: string): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locales[language], clock).format(new Date(at))
}

function span(starts: Instant, ends: Instant, language: Language, timeZone: string): string {
  const [first, last] = [dayWords(starts, language, timeZone), dayWords(ends, language, timeZone)]
  const end = clockWords(ends, language, timeZone)
  return `${clockWords(starts, language, timeZone)}–${first === last ? end : `${last}, ${end}`}`
}

function weekdayName(day: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(date)
}
