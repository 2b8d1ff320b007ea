import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import type { SupportHours } from '../document/teams.ts'
import type { Text } from '../document/text.ts'
import { weekParts } from '../weekly.ts'
import type { Line, Lines } from './plan-document.ts'

/** Words of the plan's catalogue in the document's language. */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string
export type TeamName = { readonly key: string; readonly name: Text }

/** How a plan's values are said in the language of the document. A draft may be unfinished: what is missing is a dash. */
export type Speech = {
  readonly t: Say
  readonly language: Language
  readonly text: (text: Text) => string
  readonly minutes: (minutes: number) => string
  readonly day: (day: string) => string
  readonly shortDay: (day: string) => string
  readonly month: (day: string) => string
  readonly weekday: (day: number) => string
  /** Hours in words: Monday to Friday, 08:00–17:30. */
  readonly week: (weekly: SupportHours['weekly']) => readonly string[]
  readonly hours: (key: string) => string
  readonly team: (key: string) => string
  readonly category: (key: string) => string
  readonly phase: (key: string) => string
  readonly wave: (key: string) => string
  readonly country: (code: string) => string
  readonly languageName: (code: string) => string
}

const none = '–'

export function speechFor(
  plan: SupportPlan,
  { t, language, teams }: { readonly t: Say; readonly language: Language; readonly teams: readonly TeamName[] },
): Speech {
  const formats = formatsIn(language)
  const text = (value: Text) => value[language].trim() || none
  const nameIn = (list: readonly { readonly key: string; readonly name: Text }[], key: string) => {
    const found = list.find((one) => one.key === key)
    return found ? text(found.name) : key || none
  }
  const onDay = (format: Intl.DateTimeFormat) => (day: string) => {
    const date = new Date(`${day}T12:00:00.000Z`)
    return Number.isNaN(date.getTime()) ? none : format.format(date)
  }
  const weekday = (day: number) => formats.weekday.format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
  return {
    t,
    language,
    text,
    minutes: (total) => durationIn(t, total),
    day: onDay(formats.day),
    shortDay: onDay(formats.shortDay),
    month: onDay(formats.month),
    weekday,
    week: (weekly) => {
      const parts = weekParts(weekly).map(({ firstDay, lastDay, ranges }) => {
        const days =
          firstDay === lastDay
            ? weekday(firstDay)
            : t('document.week.days', { first: weekday(firstDay), last: weekday(lastDay) })
        return capital(t('document.week.open', { days, times: ranges.map(timesOf).join(', ') }))
      })
      return parts.length > 0 ? parts : [t('hours.never')]
    },
    hours: (key) => nameIn(plan.teams.supportHours, key),
    team: (key) => nameIn(teams, key),
    category: (key) => nameIn(plan.process.categories, key),
    phase: (key) => nameIn(plan.involvement.phases, key),
    wave: (key) =>
      nameIn(
        plan.involvement.phases.flatMap((phase) => phase.waves),
        key,
      ),
    country: (code) => named(formats.country, code),
    languageName: (code) => named(formats.language, code),
  }
}

const timesOf = ({ from, to }: { readonly from: string; readonly to: string }) => `${from}–${to}`

/** A malformed code of a draft stands as it was typed. */
function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** Number and unit stay on one line. */
function durationIn(t: Say, total: number): string {
  const hours = Math.floor(total / 60)
  const minutes = total % 60
  const parts = [
    hours > 0 ? t('document.duration.hours', { count: hours }) : '',
    minutes > 0 || hours === 0 ? t('document.duration.minutes', { count: minutes }) : '',
  ]
  return parts.filter(Boolean).join(' ').replaceAll(' ', '\u00a0')
}

function formatsIn(language: Language) {
  const locale = language === 'en' ? 'en-GB' : language
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return {
    day: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: date({ day: 'numeric', month: 'short' }),
    month: date({ month: 'short', year: 'numeric' }),
    weekday: date({ weekday: 'long' }),
    country: new Intl.DisplayNames([locale], { type: 'region' }),
    language: new Intl.DisplayNames([locale], { type: 'language' }),
  }
}

export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

export const line = (text: string): Lines => [{ text: text || none }]
export const lines = (texts: readonly string[]): Lines =>
  texts.length > 0 ? texts.map((text) => ({ text })) : line(none)
export const withNote = (text: string, note: string): Lines => [{ text }, { text: note, quiet: true }]
export const linked = (text: string, link: string): Line => (isWebAddress(link) ? { text, link } : { text })

/** Only these are made a link: a plan from a file could name any scheme. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s"<>\\]+$/i.test(address)
}
