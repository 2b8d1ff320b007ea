/** The known words that a mistyped one may stand for; empty where it is known itself, or too short to guess. */
export type Spelling = (word: string) => readonly string[]

/** Guesses words with one slip, or two in long ones; the first letter is nearly always right. */
export function spellingOf(known: ReadonlyMap<string, number>): Spelling {
  const byLength = new Map<number, string[]>()
  for (const word of known.keys()) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word])
  const before = new Map<string, readonly string[]>()
  return (word) => {
    if (word.length < 4 || known.has(word) || /\d/.test(word)) return []
    const kept = before.get(word)
    if (kept) return kept
    const guesses = nearest(word, byLength, known)
    if (before.size > 5000) before.clear()
    before.set(word, guesses)
    return guesses
  }
}

function nearest(
  word: string,
  byLength: ReadonlyMap<number, readonly string[]>,
  known: ReadonlyMap<string, number>,
): readonly string[] {
  const most = word.length >= 8 ? 2 : 1
  const found: { word: string; slips: number }[] = []
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const other of byLength.get(length) ?? []) {
      if (other[0] !== word[0] && other[1] !== word[1]) continue
      const slips = slipsBetween(word, other, most)
      if (slips <= most) found.push({ word: other, slips })
    }
  }
  const least = Math.min(...found.map(({ slips }) => slips))
  return found
    .filter(({ slips }) => slips === least)
    .toSorted((one, two) => (known.get(two.word) ?? 0) - (known.get(one.word) ?? 0))
    .slice(0, 3)
    .map((one) => one.word)
}

/** Letters put in, left out, changed or swapped; more than `most` counts as `most + 1`. */
export function slipsBetween(one: string, two: string, most: number): number {
  let previous: number[] = []
  let row = Array.from({ length: two.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= two.length; to += 1) {
      const same = one[at - 1] === two[to - 1]
      let cost = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1))
      const swapped = at > 1 && to > 1 && one[at - 1] === two[to - 2] && one[at - 2] === two[to - 1]
      if (swapped) cost = Math.min(cost, (previous[to - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    previous = row
    row = next
  }
  return row[two.length] ?? most + 1
}
