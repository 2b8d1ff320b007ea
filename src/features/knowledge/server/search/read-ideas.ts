import { ideas } from '../../domain/words/ideas.ts'
import { isLittle, stemOf } from './word-forms.ts'

type Phrase = { readonly stems: readonly string[]; readonly idea: string; readonly isSame: boolean }

/** The ideas of one word, and the one that it means and nothing else. */
type OfWord = { readonly all: Set<string>; same: string | null }

const single = new Map<string, OfWord>()
const phrases = new Map<string, Phrase[]>()

/** A word by what is left of it in either language, so that one list serves both. */
const formsOf = (word: string) => [...new Set([word, stemOf(word, 'nl'), stemOf(word, 'en')])]

/** The words of one list of an idea, phrases with their `+`. */
export const listed = (words: string | undefined): readonly string[] =>
  (words ?? '').split(/\s+/).filter((word) => word !== '')

for (const [idea, { same, near }] of Object.entries(ideas)) {
  for (const term of listed(same)) learn(term, idea, true)
  for (const term of listed(near)) learn(term, idea, false)
}

function learn(term: string, idea: string, isSame: boolean): void {
  const words = term.split('+')
  if (words.length > 1) {
    const stems = words.map((word) => stemOf(word, 'nl'))
    const begins = stems[0] ?? ''
    phrases.set(begins, [...(phrases.get(begins) ?? []), { stems, idea, isSame }])
    return
  }
  for (const form of formsOf(term)) {
    const known = single.get(form) ?? { all: new Set<string>(), same: null }
    known.all.add(idea)
    // A word as it is listed says more than the stem of another: "beheerd" is managed, though "beheerder" is stemmed to it.
    if (isSame && (form === term || known.same === null)) known.same = idea
    single.set(form, known)
  }
}

/** Words that the ideas are made of. */
export const ideaWords: readonly string[] = [
  ...new Set(Object.values(ideas).flatMap(({ same, near }) => `${same} ${near ?? ''}`.trim().split(/[\s+]+/))),
]

const wordsBetween = 2

/** For each word the ideas that it may stand for, by itself or as part of a phrase. Little words stand for nothing by themselves. */
export function ideasAt(words: readonly string[]): readonly (readonly string[])[] {
  const stems = words.map((word) => stemOf(word, 'nl'))
  const found = words.map((word) =>
    isLittle(word, 'nl')
      ? new Set<string>()
      : new Set(formsOf(word).flatMap((form) => [...(single.get(form)?.all ?? [])])),
  )
  for (const at of words.keys()) {
    for (const { stems: wanted, idea } of phrases.get(stems[at] ?? '') ?? [])
      for (const place of placesOf(stems, at, wanted)) found[place]?.add(idea)
  }
  return found.map((ideas) => [...ideas])
}

/** For each word the one idea that it means, or that a phrase means which begins there; `words` is how many of the words belong to it. */
export function sameIdeasAt(words: readonly string[]): readonly ({ idea: string; words: number } | null)[] {
  const read = words.map(meaningOf)
  return read.map(({ idea, begins }, at) => {
    const phrase = begins.find(({ stems }) => stems.every((stem, offset) => read[at + offset]?.stem === stem))
    if (phrase) return { idea: phrase.idea, words: phrase.stems.length }
    return idea === null ? null : { idea, words: 1 }
  })
}

type Meaning = { readonly stem: string; readonly idea: string | null; readonly begins: readonly Phrase[] }

const mostKept = 20_000
const meanings = new Map<string, Meaning>()

/** What a word is to whoever compares texts: the same words come again and again in a desk's tickets. */
function meaningOf(word: string): Meaning {
  const before = meanings.get(word)
  if (before) return before
  const stem = stemOf(word, 'nl')
  const idea = formsOf(word).flatMap((form) => single.get(form)?.same ?? [])[0] ?? null
  const meaning = { stem, idea, begins: (phrases.get(stem) ?? []).filter(({ isSame }) => isSame) }
  if (meanings.size >= mostKept) meanings.clear()
  meanings.set(word, meaning)
  return meaning
}

/** Where the words of a phrase stand, in order and close together; nowhere when one is missing. */
function placesOf(stems: readonly string[], at: number, wanted: readonly string[]): readonly number[] {
  const places: number[] = []
  let from = at
  for (const stem of wanted) {
    const next = stems.indexOf(stem, from)
    if (next === -1 || (places.length > 0 && next - from > wordsBetween)) return []
    places.push(next)
    from = next + 1
  }
  return places
}
