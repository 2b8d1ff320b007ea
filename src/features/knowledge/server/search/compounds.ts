const least = 4
const links = ['', 's', 'en', 'e', 'n']

/** Takes Dutch compounds apart where both parts are words that are known: "apparaatlimiet", "inschrijvingsbeperking". */
export function compoundsOf(known: ReadonlySet<string>): (word: string) => readonly string[] {
  const before = new Map<string, readonly string[]>()
  return (word) => {
    if (word.length < 2 * least || /\d/.test(word)) return []
    const kept = before.get(word)
    if (kept) return kept
    const parts = split(word, known)
    if (before.size < 20_000) before.set(word, parts)
    return parts
  }
}

function split(word: string, known: ReadonlySet<string>): readonly string[] {
  for (let at = word.length - least; at >= least; at -= 1) {
    const right = word.slice(at)
    if (!known.has(right)) continue
    const left = word.slice(0, at)
    const stem = links.find((link) => left.endsWith(link) && known.has(left.slice(0, left.length - link.length)))
    if (stem !== undefined) return [left.slice(0, left.length - stem.length), right]
    const further = left.length >= 2 * least ? split(left, known) : []
    if (further.length > 0) return [...further, right]
  }
  return []
}
