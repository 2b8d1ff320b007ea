import type { Language } from '#features/people/domain/person.ts'
import type { KnownIssue } from '../../domain/known-issue.ts'
import { suppliedCatalogue } from '../supplied.ts'
import { askedAs } from './asked-as.ts'
import { compoundsOf } from './compounds.ts'
import { ideasAt, ideaWords } from './read-ideas.ts'
import { isLittle, stemOf, wordsOf } from './word-forms.ts'

/** How much a word says about an issue by where it stands. */
const weights = { symptom: 3, asked: 2, text: 0.7 }
const ideaWeights = { symptom: 2.2, asked: 1.5, text: 0.35 }
/** From about this many words on, each says less. */
const usual = { symptom: 12, asked: 25, text: 90 }

/** What says most about an issue first: what one sees, how people ask for it, why it is and what helps. */
const places = ['symptom', 'asked', 'text'] as const
type Place = (typeof places)[number]

/** What an issue can be found by, each with its weight: `nl:toestel`, `en:devic`, `=device`. */
export type Terms = ReadonlyMap<string, number>
export type IssueTerms = { readonly terms: Terms; readonly words: ReadonlySet<string> }

export const wordTerm = (stem: string, language: Language) => `${language}:${stem}`
export const ideaTerm = (idea: string) => `=${idea}`

/** A few words at a search box are what it is about; sentences have words about anything, and count by the question (`asked-questions.ts`). */
const isShort = (question: string) => question.split(' ').length <= 6

const before = new WeakMap<KnownIssue, IssueTerms>()

/** Worked out once per issue: what was supplied is the same in every organisation. */
export function termsOf(issue: KnownIssue): IssueTerms {
  const kept = before.get(issue)
  if (kept) return kept
  const terms = new Map<string, number>()
  const words = new Set<string>()
  const ideas: Record<Place, Set<string>> = { symptom: new Set(), asked: new Set(), text: new Set() }
  for (const language of ['nl', 'en'] as const) {
    const written = textsOf(issue, language)
    for (const place of places) {
      const all = wordsOf(written[place])
      const weight = weights[place] / (0.5 + 0.5 * (all.length / usual[place]))
      for (const word of all) {
        words.add(word)
        if (isLittle(word, language)) continue
        for (const one of [word, ...compounds()(word)]) {
          const term = wordTerm(stemOf(one, language), language)
          terms.set(term, (terms.get(term) ?? 0) + (one === word ? weight : weight * 0.6))
        }
      }
      for (const idea of ideasAt(all.flatMap((word) => [word, ...compounds()(word)])).flat())
        ideas[place].add(idea)
    }
  }
  for (const place of places)
    for (const idea of ideas[place]) if (!terms.has(ideaTerm(idea))) terms.set(ideaTerm(idea), ideaWeights[place])
  const made = { terms, words }
  before.set(issue, made)
  return made
}

let compound: ((word: string) => readonly string[]) | undefined

/** Takes compounds apart by the words of what was supplied and of the field. */
export function compounds(): (word: string) => readonly string[] {
  if (compound) return compound
  const known = new Set(ideaWords.filter((word) => word.length > 2))
  for (const issue of suppliedCatalogue().issues) {
    const { symptom, asked, text } = textsOf(issue, 'nl')
    for (const word of wordsOf(`${symptom} ${asked} ${text}`)) if (word.length > 3) known.add(word)
  }
  compound = compoundsOf(known)
  return compound
}

function textsOf(issue: KnownIssue, language: Language): Readonly<Record<Place, string>> {
  const { symptom, cause, checks, fix, area, platforms, codes } = issue
  const names = codes
    .filter((code) => /^[a-z]{4}/i.test(code))
    .map((code) => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
  return {
    symptom: [
      symptom[language],
      issue.supplied ? issue.id.replaceAll('-', ' ') : '',
      language === 'en' ? names.join(' ') : '',
      area,
      platforms.length < 4 ? platforms.join(' ') : '',
    ].join(' '),
    asked: issue.supplied ? askedAs(issue.id, language).filter(isShort).join(' ') : '',
    text: [cause[language], ...fix[language], ...checks[language]].join(' '),
  }
}
