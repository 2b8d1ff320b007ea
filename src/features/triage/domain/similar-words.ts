/** Words by which tickets are compared, each with how it stands in the text. What counts as one word, knowledge says (`comparedWords`). */
export type Words = ReadonlyMap<string, string>

/** How often words stand in the tickets of a desk. */
export type WordCounts = { readonly tickets: number; readonly having: ReadonlyMap<string, number> }

export function countWords(texts: Iterable<Words>): WordCounts {
  const having = new Map<string, number>()
  let tickets = 0
  for (const words of texts) {
    tickets += 1
    for (const word of words.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  }
  return { tickets, having }
}

/**
 * How much a word says, from 0 to 1: a word that stands in every ticket says nothing, one that stands in one alone says most.
 *
 *     ln( (N + 1) / (n + 1) ) / ln( N + 1 )
 *
 * A desk of few tickets knows little of what is rare: until it has fifty, as if fifty others had been without the word.
 */
export function weightOf(word: string, { tickets, having }: WordCounts): number {
  const all = tickets + Math.max(0, 50 - tickets)
  return Math.log((all + 1) / ((having.get(word) ?? 0) + 1)) / Math.log(all + 1)
}

/** The share of tickets that a rare word stands in at most. */
const rare = 0.02

/** The words that are rare at a desk and that another ticket shares, the rarest first. */
export function rareWordsOf(words: Words, counts: WordCounts, most: number): readonly string[] {
  const atMost = Math.max(8, rare * counts.tickets)
  const shared = [...words.keys()].filter((word) => {
    const having = counts.having.get(word) ?? 0
    return having >= 2 && having <= atMost
  })
  const rarer = (one: string, other: string) =>
    (counts.having.get(one) ?? 0) - (counts.having.get(other) ?? 0) || (one < other ? -1 : 1)
  return shared.toSorted(rarer).slice(0, most)
}
