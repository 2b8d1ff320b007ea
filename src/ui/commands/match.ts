const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well `text` answers `query`: 0 = not at all; every word of the query must begin a word of the text, or be in it. */
export function score(query: string, text: string): number {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const hay = fold(text)
  let total = 0
  for (const word of words) {
    const at = hay.indexOf(word)
    if (at < 0) return 0
    const begins = at === 0 || hay.includes(` ${word}`)
    total += at === 0 ? 3 : begins ? 2 : 1
  }
  return total
}

/** The items that answer the query, best first; equal scores keep their order. An empty query keeps all. */
export function best<T>(items: readonly T[], query: string, textOf: (item: T) => string): readonly T[] {
  if (query.trim() === '') return items
  return items
    .map((item) => ({ item, points: score(query, textOf(item)) }))
    .filter((one) => one.points > 0)
    .sort((a, b) => b.points - a.points)
    .map((one) => one.item)
}
