import { languages } from '#features/people/domain/person.ts'
import { ideas } from '../../domain/words/ideas.ts'
import { listed, sameIdeasAt } from './read-ideas.ts'
import { isLittle, stemOf, wordsOf } from './word-forms.ts'

const longest = 40

/**
 * The words by which texts are compared, each with how it is written there first: without case, accents and endings, and with one word for all
 * that mean the same in Dutch and English, so that a report in one language is like a report in the other. What begins with a digit, such as a
 * code, is no word.
 */
export function comparedWords(text: string): ReadonlyMap<string, string> {
  const words = wordsOf(text)
  const same = sameIdeasAt(words)
  const found = new Map<string, string>()
  let next = 0
  for (const [at, word] of words.entries()) {
    if (at < next) continue
    const means = same[at] ?? null
    if (means !== null) {
      next = at + means.words
      const written = means.words > 1 ? words.slice(at, next).join('-') : word
      if (!found.has(means.idea)) found.set(means.idea, written)
      continue
    }
    const compared = plainWord(word)
    if (compared !== null && !found.has(compared)) found.set(compared, word)
  }
  return found
}

const mostKept = 20_000
const plain = new Map<string, string | null>()

/** What a word that stands for no idea is compared as; null where it says nothing. */
function plainWord(word: string): string | null {
  const before = plain.get(word)
  if (before !== undefined) return before
  const says =
    word.length >= 3 &&
    word.length <= longest &&
    /^[a-z]/.test(word) &&
    !languages.some((language) => isLittle(word, language))
  // A text does not say in which of both languages it is, and may be in both.
  const compared = says ? stemOf(stemOf(word, 'en'), 'nl') : null
  if (plain.size >= mostKept) plain.clear()
  plain.set(word, compared)
  return compared
}

/** How else a compared word may be written, in either language; phrases as they stand in a text. */
export function spellingsOfWord(word: string): readonly string[] {
  return listed(Object.hasOwn(ideas, word) ? ideas[word]?.same : '').map((written) => written.replaceAll('+', ' '))
}
