import { languages } from '#features/people/domain/person.ts'
import type { KnownIssue } from '../../domain/known-issue.ts'
import { nearestQuestions, termsOfWord, type WordTerms } from './asked-questions.ts'
import { compounds, ideaTerm, termsOf, wordTerm } from './issue-terms.ts'
import { ideasAt, ideaWords } from './read-ideas.ts'
import { spellingOf } from './spelling.ts'
import { isLittle, stemOf, wordsOf } from './word-forms.ts'

/** How well a question fits an issue, and by which of its words. */
export type Fit = { readonly score: number; readonly words: readonly string[] }
export type WordSearch = (text: string) => ReadonlyMap<number, Fit>

const mostWords = 40
/** A word once is nearly as good as a word thrice. */
const saturation = 2
const weights = { prefix: 0.5, platform: 0.45, question: 0.4 }
/** What a word says that stands nowhere: about as much as one that a twentieth of the issues has. */
const unknownSays = 3
const ofPlatforms: ReadonlySet<string> = new Set(
  ['phone', 'apple', 'mac', 'android', 'computer', 'device'].map(ideaTerm),
)

type Posting = { readonly at: number; readonly weight: number }
type Postings = ReadonlyMap<string, readonly Posting[]>

/** Makes issues findable by words, in both languages at once; an issue is named by its place in the list. */
export function wordSearch(issues: readonly KnownIssue[]): WordSearch {
  const postings = new Map<string, Posting[]>()
  const counts = new Map<string, number>(ideaWords.map((word) => [word, 1]))
  for (const [at, issue] of issues.entries()) {
    const { terms, words } = termsOf(issue)
    for (const [term, weight] of terms) {
      const posted = postings.get(term)
      if (posted) posted.push({ at, weight })
      else postings.set(term, [{ at, weight }])
    }
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return asking(postings, issues, counts)
}

function asking(
  postings: Postings,
  issues: readonly KnownIssue[],
  counts: ReadonlyMap<string, number>,
): WordSearch {
  const guess = spellingOf(counts)
  const rarityOf = (many: number) => Math.log(1 + (issues.length - many + 0.5) / (many + 0.5))
  const saysOf = (terms: WordTerms) => {
    const known = [...terms].flatMap(([term, sure]) => {
      const many = postings.get(term)?.length
      return many === undefined ? [] : [sure * rarityOf(many)]
    })
    return Math.max(unknownSays, ...known) * (isPlatform(terms) ? weights.platform : 1)
  }
  const nearest = nearestQuestions(issues, saysOf)
  const scoresOf = (term: string, weight: number, best: Map<number, number>) => {
    const posted = postings.get(term)
    if (!posted) return
    const rarity = rarityOf(posted.length)
    for (const one of posted) {
      const score = (weight * rarity * one.weight) / (one.weight + saturation)
      if (score > (best.get(one.at) ?? 0)) best.set(one.at, score)
    }
  }
  return (text) => {
    const found = new Map<number, { score: number; words: string[] }>()
    const wanted = wantedIn(text, guess)
    for (const { word, reads, terms, isLast } of wanted) {
      const best = new Map<number, number>()
      for (const [term, sure] of terms) scoresOf(term, sure, best)
      if (isLast && reads.length > 2 && !counts.has(word))
        for (const begun of beginningWith(word, counts))
          for (const language of languages)
            scoresOf(wordTerm(stemOf(begun, language), language), weights.prefix, best)
      for (const [at, score] of best) {
        const kept = found.get(at) ?? { score: 0, words: [] }
        kept.score += isPlatform(terms) ? weights.platform * score : score
        kept.words.push(word)
        found.set(at, kept)
      }
    }
    const asked = wanted.map(({ terms }) => ({ terms, says: saysOf(terms) }))
    const all = asked.reduce((sum, { says }) => sum + says, 0)
    const near = nearest(asked)
    for (const [at, kept] of found)
      kept.score =
        kept.score * (0.4 + kept.words.length / wanted.length) + weights.question * all * (near.get(at) ?? 0)
    return found
  }
}

type Wanted = {
  readonly word: string
  readonly reads: string
  readonly terms: WordTerms
  readonly isLast: boolean
}

/** The words of a question that say something, each once, as they were probably meant. */
function wantedIn(text: string, guess: (word: string) => readonly string[]): readonly Wanted[] {
  const asked = wordsOf(text)
  const read = asked.map((word) => guess(word)[0] ?? word)
  const ideas = ideasAt(read)
  return asked
    .map((word, at) => {
      const reads = read[at] ?? word
      const own = ideas[at] ?? []
      const inParts = own.length > 0 ? own : compounds()(reads).flatMap((part) => ideasAt([part])[0] ?? [])
      return { word, reads, ideas: inParts, isLast: at === asked.length - 1 }
    })
    .filter(({ reads, ideas: own }) => own.length > 0 || !languages.some((language) => isLittle(reads, language)))
    .filter(({ reads }, at, all) => all.findIndex((other) => other.reads === reads) === at)
    .slice(0, mostWords)
    .map(({ word, reads, ideas: own, isLast }) => ({ word, reads, isLast, terms: termsOfWord(reads, own) }))
}

/** Which device it is tells little of what is wrong, and is weighed by itself. */
function isPlatform(terms: WordTerms): boolean {
  const ideas = [...terms.keys()].filter((term) => term.startsWith('='))
  return ideas.length > 0 && ideas.every((idea) => ofPlatforms.has(idea))
}

function beginningWith(begun: string, counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts.keys()].filter((word) => word.startsWith(begun)).slice(0, 8)
}
