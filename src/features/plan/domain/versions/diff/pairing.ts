export type Pair<T> = { readonly before: T; readonly after: T; readonly from: number; readonly to: number }
export type Pairing<T> = {
  readonly pairs: readonly Pair<T>[]
  readonly added: readonly { readonly entry: T; readonly at: number }[]
  readonly removed: readonly { readonly entry: T; readonly at: number }[]
}
/** What an entry is known by; null when it is not known by this. */
export type Identity<T> = (entry: T) => string | null

/** Which entries of two lists are the same: by the first identity that finds one, then the next for those that are left. */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  identities: readonly Identity<T>[],
): Pairing<T> {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const identity of identities) {
    for (const [to, entry] of after.entries()) {
      const name = partner.has(to) ? null : identity(entry)
      if (name === null) continue
      const from = before.findIndex((other, index) => !taken.has(index) && identity(other) === name)
      if (from < 0) continue
      partner.set(to, from)
      taken.add(from)
    }
  }
  const entries = after.map((entry, at) => ({ entry, at, from: partner.get(at) }))
  return {
    pairs: entries.flatMap(({ entry, at, from }) =>
      from === undefined ? [] : [{ before: before[from] as T, after: entry, from, to: at }],
    ),
    added: entries.flatMap(({ entry, at, from }) => (from === undefined ? [{ entry, at }] : [])),
    removed: before.flatMap((entry, at) => (taken.has(at) ? [] : [{ entry, at }])),
  }
}

/** The fewest entries that have to move to turn one order into the other. */
export function movedAmong<T>(pairs: readonly Pair<T>[]): readonly Pair<T>[] {
  // The longest run of pairs, in the new order, that also rises in the old order stands still.
  const length: number[] = []
  const previous: number[] = []
  for (const [index, pair] of pairs.entries()) {
    length[index] = 1
    previous[index] = -1
    for (let earlier = 0; earlier < index; earlier += 1) {
      const longer = (length[earlier] ?? 0) + 1
      if ((pairs[earlier]?.from ?? 0) < pair.from && longer > (length[index] ?? 0)) {
        length[index] = longer
        previous[index] = earlier
      }
    }
  }
  const still = new Set<number>()
  let at = length.indexOf(Math.max(0, ...length))
  while (at >= 0) {
    still.add(at)
    at = previous[at] ?? -1
  }
  return pairs.filter((_, index) => !still.has(index))
}
