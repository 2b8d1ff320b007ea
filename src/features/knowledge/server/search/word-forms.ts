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

/** Words of letters in either language, and words that a report of anything has. */
const courtesies =
  'hallo hoi beste groet groeten goedemorgen goedemiddag bedankt graag alvast mvg hello hi dear thanks thank please regards kind yes ja nee ' +
  'probeer geprobeerd tried try zie gezien see seen lukt werkt werken works worked working'

const little: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    (
      'niet geen de het een en of in op aan te ten ter van voor met bij is zijn was waren wordt worden werd dat die dit deze er ik je jij jullie u hij zij ze wij we mijn jouw uw hun hem haar ons onze mij ' +
      'als dan toen maar om door naar uit over tot toe want omdat heb hebt heeft had hebben kan kon kun kunnen konden wil wilde willen zou zal moet moeten mag nog al ook wel dus zo nu daar hier alleen ' +
      'steeds telkens weer gewoon meer meest veel iets niets alles alle andere wat wie waar waarom hoe wanneer zegt zei staat krijg krijgt krijgen kreeg geeft gaat gaan komt komen doet doen terwijl tijdens na sinds volgens meteen eerst zelf melding foutmelding foutcode bericht probleem ' +
      courtesies
    ).split(' '),
  ),
  en: new Set(
    (
      'not no a an and about all any are as at be been but by can cannot could did do does doing don dont for from had has have he her here him his how i if in into is it its just like me more most my of on one only or other our over she so some such than that the ' +
      'their them then there they this to two up us very was we were what when where which while who why will with would you your am say says said get gets getting got although though because during after again also before again since still ever even now want message problem keeps ' +
      courtesies
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
