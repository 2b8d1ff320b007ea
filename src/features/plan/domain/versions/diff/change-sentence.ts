import type { Language } from '#features/people/domain/person.ts'
import { weekParts } from '../../weekly.ts'
import type { Opening, PlanChange, Word, Words } from './plan-change.ts'

/** How words are found: on a page, in a mail, in a document or on the command line. */
export type ChangeWords = {
  readonly language: Language
  /** A text of the plan's catalogue, filled in. */
  readonly say: (key: string, values: Readonly<Record<string, string | number>>) => string
  /** What the organisation calls a team; null when it is not known here. */
  readonly team: (key: string) => string | null
}

/** The change as a sentence in the reader's language. */
export function changeSentence(change: PlanChange, words: ChangeWords): string {
  const text = words.say(`changes.said.${change.code}`, spoken(change.values, words))
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1)
}

function spoken(values: Words, words: ChangeWords): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, word]) => [name, typeof word === 'number' ? word : inWords(word, words)]),
  )
}

function inWords(word: Word, words: ChangeWords): string {
  if (typeof word === 'string') return word
  if (typeof word === 'number') return new Intl.NumberFormat(locale(words)).format(word)
  if ('say' in word) return words.say(word.say, spoken(word.values ?? {}, words))
  if ('text' in word) return inText(word.text[words.language], word.quoted ?? false, words)
  if ('quote' in word) return inText(word.quote, true, words)
  if ('list' in word) {
    return inList(
      word.list.map((one) => inWords(one, words)),
      words,
    )
  }
  if ('minutes' in word) return inMinutes(word.minutes, words)
  if ('day' in word) return onDay(word.day, words)
  if ('openings' in word) return onWeek(word.openings, words)
  if ('team' in word) return words.team(word.team) ?? readable(word.team)
  const [type, code] =
    'country' in word ? (['region', word.country] as const) : (['language', word.spoken] as const)
  return nameOf(type, code, words)
}

const locale = ({ language }: ChangeWords) => (language === 'en' ? 'en-GB' : language)

/** “iPhone and iPad” is one entry: beside others it gets commas alone. */
function inList(entries: readonly string[], words: ChangeWords): string {
  if (entries.some((entry) => / (?:and|en) /.test(entry))) return entries.join(', ')
  return new Intl.ListFormat(locale(words), { type: 'conjunction' }).format(entries)
}

function inText(text: string, quoted: boolean, words: ChangeWords): string {
  const said = text.trim()
  if (said === '') return words.say('edit.unnamed', {})
  return quoted ? `‘${said}’` : said
}

/** A key where nobody knows the name: `mdm-team` reads as “mdm team”. */
function readable(key: string): string {
  return key.replaceAll('-', ' ')
}

function nameOf(type: 'region' | 'language', code: string, words: ChangeWords): string {
  try {
    return new Intl.DisplayNames([locale(words)], { type }).of(code) ?? code
  } catch (error) {
    // A draft may hold a code that is none.
    if (error instanceof RangeError) return `‘${code}’`
    throw error
  }
}

function inMinutes(total: number, words: ChangeWords): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale(words), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value)
  const hours = Math.trunc(total / 60)
  const minutes = total % 60
  return [hours === 0 ? '' : unit(hours, 'hour'), minutes === 0 && hours !== 0 ? '' : unit(minutes, 'minute')]
    .filter(Boolean)
    .join(' ')
}

function onDay(day: string, words: ChangeWords): string {
  const date = new Date(`${day}T12:00:00.000Z`)
  if (Number.isNaN(date.getTime())) return inText(day, true, words)
  return new Intl.DateTimeFormat(locale(words), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(date)
}

/** Monday to Friday 08:00–17:30; a moment without a length is said once. */
function onWeek(openings: readonly Opening[], words: ChangeWords): string {
  if (openings.length === 0) return words.say('hours.never', {})
  const weekday = new Intl.DateTimeFormat(locale(words), { timeZone: 'UTC', weekday: 'long' })
  const name = (day: number) => weekday.format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
  const parts = weekParts(openings.map((opening) => ({ ...opening }))).map(({ firstDay, lastDay, ranges }) => {
    const first = name(firstDay)
    const days = firstDay === lastDay ? first : words.say('changes.days', { first, last: name(lastDay) })
    const times = ranges.map(({ from, to }) => (from === to ? from : `${from}–${to}`))
    return `${days} ${times.join(', ')}`
  })
  return inList(parts, words)
}
