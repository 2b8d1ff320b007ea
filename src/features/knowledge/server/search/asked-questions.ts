import { type Language, languages } from '#features/people/domain/person.ts'
import type { KnownIssue } from '../../domain/known-issue.ts'
import { askedAs } from './asked-as.ts'
import { compounds, ideaTerm, wordTerm } from './issue-terms.ts'
import { ideasAt } from './read-ideas.ts'
import { isLittle, stemOf, wordsOf } from './word-forms.ts'

/** How surely a word means a term that it may be met by: itself without its ending, a part of it, an idea that it stands for. */
export const surely = { word: 1, part: 0.6, idea: 0.7 }

/** The terms that a word may be met by, each with how surely. */
export type WordTerms = ReadonlyMap<string, number>

/** A word of a question, and how much it says. */
export type Asked = { readonly terms: WordTerms; readonly says: number }

type Question = { readonly at: number; readonly size: number }

/** Long questions have more words in common with anything; fitted by leaving each written question out in turn. */
const shortest = 2
const byLength = 0.4

/**
 * Finds for a question how near each issue comes by the one of its own questions (see `content/asked-as.txt`) that is most like it: the words
 * in common, weighed by how much they say, against the lengths of both. Issues are named by their place in the list.
 */
export function nearestQuestions(
  issues: readonly KnownIssue[],
  saysOf: (terms: WordTerms) => number,
): (asked: readonly Asked[]) => ReadonlyMap<number, number> {
  const questions: Question[] = []
  const byTerm = new Map<string, { readonly question: number; readonly surely: number }[]>()
  for (const [at, issue] of issues.entries())
    for (const words of questionsOf(issue)) {
      const question = questions.length
      questions.push({ at, size: words.reduce((size, terms) => size + saysOf(terms), shortest) })
      for (const [term, sure] of surest(words)) {
        const posted = byTerm.get(term)
        if (posted) posted.push({ question, surely: sure })
        else byTerm.set(term, [{ question, surely: sure }])
      }
    }
  return (asked) => {
    const common = new Map<number, number>()
    for (const { terms, says } of asked)
      for (const [question, sure] of metBy(terms)) common.set(question, (common.get(question) ?? 0) + says * sure)
    const all = asked.reduce((sum, { says }) => sum + says, 0)
    const nearest = new Map<number, number>()
    for (const [question, sum] of common) {
      const { at, size } = questions[question] ?? { at: -1, size: 1 }
      const near = sum / (Math.sqrt(all) * size ** byLength)
      if (near > (nearest.get(at) ?? 0)) nearest.set(at, near)
    }
    return nearest
  }

  function metBy(terms: WordTerms): ReadonlyMap<number, number> {
    const met = new Map<number, number>()
    for (const [term, sure] of terms)
      for (const posted of byTerm.get(term) ?? []) {
        const both = Math.min(sure, posted.surely)
        if (both > (met.get(posted.question) ?? 0)) met.set(posted.question, both)
      }
    return met
  }
}

/** What a word of one or both languages may be met by. */
export function termsOfWord(
  word: string,
  ideas: readonly string[],
  inLanguages: readonly Language[] = languages,
): WordTerms {
  const terms = new Map<string, number>(ideas.map((idea) => [ideaTerm(idea), surely.idea]))
  for (const language of inLanguages) {
    for (const part of compounds()(word)) terms.set(wordTerm(stemOf(part, language), language), surely.part)
    terms.set(wordTerm(stemOf(word, language), language), surely.word)
  }
  return terms
}

const before = new WeakMap<KnownIssue, readonly (readonly WordTerms[])[]>()

/** The questions of an issue, each by its words; the symptom is one of them. Worked out once per issue. */
function questionsOf(issue: KnownIssue): readonly (readonly WordTerms[])[] {
  const kept = before.get(issue)
  if (kept) return kept
  const made = languages.flatMap((language) =>
    [...(issue.supplied ? askedAs(issue.id, language) : []), issue.symptom[language]].map((question) =>
      wordsIn(question, language),
    ),
  )
  before.set(issue, made)
  return made
}

function wordsIn(question: string, language: Language): readonly WordTerms[] {
  const words = wordsOf(question)
  const ideas = ideasAt(words)
  return words.flatMap((word, at) => {
    const own = ideas[at] ?? []
    const saysNothing = own.length === 0 && isLittle(word, language)
    return saysNothing || words.indexOf(word) < at ? [] : [termsOfWord(word, own, [language])]
  })
}

function surest(words: readonly WordTerms[]): WordTerms {
  const terms = new Map<string, number>()
  for (const word of words) for (const [term, sure] of word) terms.set(term, Math.max(sure, terms.get(term) ?? 0))
  return terms
}
