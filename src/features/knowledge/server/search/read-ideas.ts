import { ideas } from './ideas.ts'
import { isLittle, stemOf } from './word-forms.ts'

type Phrase = { readonly stems: readonly string[]; readonly idea: string }

const single = new Map<string, Set<string>>()
const phrases = new Map<string, Phrase[]>()

/** A word by what is left of it in either language, so that one list serves both. */
const formsOf = (word: string) => [...new Set([word, stemOf(word, 'nl'), stemOf(word, 'en')])]

for (const [idea, written] of Object.entries(ideas)) {
  for (const term of written.split(/\s+/)) {
    const words = term.split('+')
    const [first = ''] = words
    if (words.length === 1) {
      for (const form of formsOf(first)) single.set(form, (single.get(form) ?? new Set()).add(idea))
    } else {
      const stems = words.map((word) => stemOf(word, 'nl'))
      phrases.set(stems[0] ?? '', [...(phrases.get(stems[0] ?? '') ?? []), { stems, idea }])
    }
  }
}

/** Words that the ideas are made of. */
export const ideaWords: readonly string[] = [
  ...new Set(Object.values(ideas).flatMap((written) => written.split(/[\s+]+/))),
]

const wordsBetween = 2

/** For each word the ideas that it stands for, by itself or as part of a phrase. Little words stand for nothing by themselves. */
export function ideasAt(words: readonly string[]): readonly (readonly string[])[] {
  const stems = words.map((word) => stemOf(word, 'nl'))
  const found = words.map((word) =>
    isLittle(word, 'nl')
      ? new Set<string>()
      : new Set(formsOf(word).flatMap((form) => [...(single.get(form) ?? [])])),
  )
  for (const at of words.keys()) {
    for (const { stems: wanted, idea } of phrases.get(stems[at] ?? '') ?? [])
      for (const place of placesOf(stems, at, wanted)) found[place]?.add(idea)
  }
  return found.map((ideas) => [...ideas])
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
