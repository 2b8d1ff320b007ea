import type { SupportPlan } from '../document/support-plan.ts'
import type { Text } from '../document/text.ts'
import { valueAt } from '../edit/at-place.ts'
import type { Finding, Place, Values } from './finding.ts'

/** Words of the plan's catalogue in the reader's language. */
type Speech = {
  readonly language: 'nl' | 'en'
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
}

const chapters = ['teams', 'process', 'training', 'involvement'] as const

/** Values that are one of a closed list, and the group of the catalogue that has the words for it. */
const groups: Readonly<Record<string, string>> = {
  moment: 'moments',
  receiver: 'receivers',
  channel: 'channels',
  figure: 'readinessFigures',
  exitFigure: 'bridgeExitFigures',
  platform: 'platforms',
  role: 'neededRoles',
  action: 'deviceActions.actions',
  outcome: 'linkOutcomes',
  why: 'unfedReasons',
}

/** What is wrong, in a sentence. */
export function sayFinding({ code, values }: Pick<Finding, 'code' | 'values'>, speech: Speech): string {
  return speech.say(`findings.${code}`, sayable(values, speech))
}

/** How a person mends it. */
export function sayMend({ code, values }: Pick<Finding, 'code' | 'values'>, speech: Speech): string {
  return speech.say(`mends.${code}`, sayable(values, speech))
}

/** What the button does that mends it in one click. */
export function sayMendButton({ code, values }: Pick<Finding, 'code' | 'values'>, speech: Speech): string {
  return speech.say(`mendButtons.${code}`, sayable(values, speech))
}

/**
 * The values as a sentence says them: a text of the plan in the reader's language, an ISO day as a date, `weekday` as the day's name,
 * what ends in `Minutes` as hours and minutes, and a value of a closed list in its own words.
 */
function sayable(values: Values, speech: Speech): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(name, value, speech)]))
}

function said(name: string, value: Values[string], { language, say }: Speech): string | number {
  if (typeof value === 'object') return value[language] || value[language === 'nl' ? 'en' : 'nl']
  const group = groups[name]
  if (group !== undefined) return say(`${group}.${value}`)
  if (typeof value === 'string') {
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dated(value, { dateStyle: 'long' }, language) : value
  }
  // The first of January 2024 was a Monday.
  if (name === 'weekday') return dated(`2024-01-0${value}`, { weekday: 'long' }, language)
  return name.endsWith('Minutes') ? duration(value, language) : value
}

function dated(day: string, how: Intl.DateTimeFormatOptions, language: Speech['language']): string {
  const date = new Date(`${day}T12:00:00.000Z`)
  if (Number.isNaN(date.getTime())) return day
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...how, timeZone: 'UTC' }).format(date)
}

function duration(minutes: number, language: Speech['language']): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  const hour = language === 'nl' ? 'u' : 'h'
  const parts = [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
  return parts.filter((part) => part !== '').join(' ')
}

type Named = { name?: Text; what?: Text; from?: number; to?: number; action?: string }

/** A place in words: its chapter, and the names of the entries on the way to it. `has` tells whether there are words for a key. */
export function sayPlace(plan: SupportPlan, place: Place, speech: Speech, has: (key: string) => boolean): string {
  const names = place.flatMap((part, index) => {
    const entry = valueAt(plan, place.slice(0, index + 1))
    if (typeof part !== 'number' || typeof entry !== 'object' || entry === null) return []
    const { name, what, from, to, action } = entry as Named
    const said = (name ?? what)?.[speech.language].trim()
    if (said) return [said]
    if (action !== undefined) return [speech.say(`deviceActions.actions.${action}`)]
    return from !== undefined && to !== undefined ? [`${from} → ${to}`] : [`${part + 1}`]
  })
  const chapter = chapters.find((one) => one === place[0]) ?? 'teams'
  const part = place.findLast((one) => typeof one === 'string' && has(`places.${one}`))
  return [
    speech.say(`chapters.${chapter}`),
    ...names,
    ...(part === undefined ? [] : [speech.say(`places.${part}`)]),
  ].join(' › ')
}
