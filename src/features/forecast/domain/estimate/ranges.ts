/** What nine in ten possible years have between them, and the one in the middle. Null where no year says anything. */
export type Range = { readonly low: number | null; readonly middle: number | null; readonly high: number | null }

/** Values that are not numbers are years that say nothing. */
export function range(values: readonly number[]): Range {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort()
  return { low: at(sorted, 0.05), middle: at(sorted, 0.5), high: at(sorted, 0.95) }
}

/** Between two neighbours in proportion (Hyndman and Fan's type 7). */
function at(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (place - below) * (high - low)
}
