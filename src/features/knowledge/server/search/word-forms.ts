import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import type { Language } from '#features/people/domain/person.ts'

/** Words of a text: lower case, without accents; what is glued by hyphens or slashes comes apart. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/(?<=[a-z])['’](?=[a-z])/g, '')
      .match(/[a-z]+[0-9]*|[0-9]+[a-z]*/g) ?? []
  ).filter((word) => word.length > 1)
}

const little: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    (
      'niet geen de het een en of in op aan te ten ter van voor met bij is zijn was waren wordt worden werd dat die dit deze er ik je jij u hij zij ze wij we mijn jouw uw hun hem haar ' +
      'als dan maar om door naar uit over tot want omdat heb hebt heeft had hebben kan kun kunnen wil willen zou moet moeten mag nog al ook wel dus zo nu ' +
      'steeds telkens weer gewoon meer veel iets alles wat wie waar hoe waarom wanneer zegt staat krijg krijgt krijgen kreeg geeft gaat gaan komt komen doet doen terwijl tijdens na sinds volgens meteen eerst zelf melding foutmelding foutcode bericht probleem'
    ).split(' '),
  ),
  en: new Set(
    (
      'not no a an and are as at be been but by can could did do does doing for from had has have he her his how i if in into is it its just me my of on or our she so some than that the ' +
      'their them then there they this to up us was we were what when where which while who why will with would you your am says say said get gets getting got although though because during after before again still ever message problem keeps'
    ).split(' '),
  ),
}

/** Words that say nothing about what goes wrong. */
export const isLittle = (word: string, language: Language) => little[language].has(word)

const stems = { nl: dutch, en: english }
const known = new Map<string, string>()

/** A word as it is compared: without its ending. */
export function stemOf(word: string, language: Language): string {
  if (/\d/.test(word)) return word
  const key = `${language}${word}`
  const before = known.get(key)
  if (before !== undefined) return before
  const stem = stems[language](word)
  if (known.size > 20_000) known.clear()
  known.set(key, stem)
  return stem
}
