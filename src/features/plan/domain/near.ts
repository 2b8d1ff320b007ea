/** The known name that was probably meant: at most two slips of the pen away, the same but for case and hyphens, or its end. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 60) return null
  const plain = bare(name)
  const same = known.find((one) => bare(one) === plain)
  if (same !== undefined) return same
  const longer = known.find((one) => one.length > 5 && plain.endsWith(bare(one)))
  if (longer !== undefined) return longer
  const allowed = name.length <= 3 ? 1 : name.length <= 8 ? 2 : 3
  const [best] = known
    .map((one) => ({ one, slips: slips(plain, bare(one)) }))
    .filter(({ one, slips }) => slips <= Math.min(allowed, one.length - 1))
    .toSorted((a, b) => a.slips - b.slips)
  return best?.one ?? null
}

const bare = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '')

/** Letters to add, leave out, replace or swap with their neighbour. */
function slips(one: string, other: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + differs, swapped)
    }
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? 0
}
