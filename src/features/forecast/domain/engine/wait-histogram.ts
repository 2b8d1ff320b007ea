/**
 * Counts of waiting times in classes whose width is 1/256 of a power of two (at most 0.4 % of the value), for quantiles within a
 * tenth of a percent without keeping every value. Zero has a class of its own.
 */
export type WaitHistogram = { zeros: number; total: number; readonly counts: Uint32Array }

const classesPerOctave = 256
const lowestExponent = -20
const octaves = 46
const value = new Float64Array(1)
const words = new Uint32Array(value.buffer)
/** Which of the two words of a number holds its exponent. */
const high = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0
const offset = (1023 + lowestExponent) * classesPerOctave

export function waitHistogram(): WaitHistogram {
  return { zeros: 0, total: 0, counts: new Uint32Array(octaves * classesPerOctave) }
}

export function clear(histogram: WaitHistogram): void {
  histogram.zeros = 0
  histogram.total = 0
  histogram.counts.fill(0)
}

export function count(histogram: WaitHistogram, minutes: number): void {
  histogram.total += 1
  if (minutes <= 0) {
    histogram.zeros += 1
    return
  }
  value[0] = minutes
  const at = ((words[high] as number) >>> 12) - offset
  const last = histogram.counts.length - 1
  const index = at < 0 ? 0 : at > last ? last : at
  histogram.counts[index] = (histogram.counts[index] as number) + 1
}

/** The time within which this share waited; between two classes as if values were spread evenly. Null when nothing was counted. */
export function quantile({ zeros, total, counts }: WaitHistogram, share: number): number | null {
  if (total === 0) return null
  const rank = share * total
  if (rank <= zeros) return 0
  let before = zeros
  for (let index = 0; index < counts.length; index += 1) {
    const here = counts[index] as number
    if (before + here >= rank) return within(index, (rank - before) / here)
    before += here
  }
  return within(counts.length - 1, 1)
}

function within(index: number, share: number): number {
  return lowerEdge(index) + share * (lowerEdge(index + 1) - lowerEdge(index))
}

function lowerEdge(index: number): number {
  words[1 - high] = 0
  words[high] = (index + offset) << 12
  return value[0] as number
}
