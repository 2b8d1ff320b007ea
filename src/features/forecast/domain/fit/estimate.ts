import { level } from '../estimate/band.ts'

/** A value that was measured, with the interval that holds the true one with 90 % confidence. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

/** The point of the normal distribution that leaves half of what lies outside the interval above it. */
const z = 1.6448536269514722
if (level !== 0.9) throw new Error('The interval of the fit is that of the forecast')

/** A share: Wilson's score interval, which also holds for few observations and for shares near 0 and 1. */
export function shareOf(hits: number, of: number): Estimate {
  const share = hits / of
  const spread = (z * z) / of
  const centre = (share + spread / 2) / (1 + spread)
  const reach = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))
  return { value: share, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) }
}

/** How often something comes up in so much exposure: a Poisson count, by its relation to the chi-squared distribution. */
export function rateOf(count: number, exposure: number): Estimate {
  return {
    value: count / exposure,
    low: count === 0 ? 0 : chiSquared(2 * count, -z) / 2 / exposure,
    high: chiSquared(2 * count + 2, z) / 2 / exposure,
  }
}

export type DurationEstimate = {
  readonly mean: Estimate
  readonly cv: Estimate
  readonly observations: number
  /** Beyond the trimming rule. */
  readonly leftOut: number
}

/** Who clicks twice within half a minute has not worked on it for no time at all. */
const shortest = 0.5
const furthest = 4

/**
 * The longest of these durations that is believed: four robust standard deviations (1.4826 × the median absolute deviation) above the
 * median, on the logarithms. A ticket forgotten in somebody's name over a holiday says nothing about the work on it.
 */
export function longestBelieved(minutes: readonly number[]): number {
  const { middle, spread } = spreadOf(minutes.map(logarithm))
  return spread === 0 ? Infinity : Math.exp(middle + furthest * spread)
}

/**
 * A lognormal duration by maximum likelihood on the logarithms. What lies further from the median than is believed, above or below, is
 * left out. Interval of the mean: Cox; of the spread: chi-squared.
 */
export function durationOf(minutes: readonly number[]): DurationEstimate | null {
  const all = minutes.map(logarithm)
  const { middle, spread } = spreadOf(all)
  const kept = spread === 0 ? all : all.filter((one) => Math.abs(one - middle) <= furthest * spread)
  const count = kept.length
  if (count < 2) return null
  const mean = sum(kept) / count
  const variance = sum(kept.map((one) => (one - mean) ** 2)) / (count - 1)
  const centre = mean + variance / 2
  const reach = z * Math.sqrt(variance / count + variance ** 2 / (2 * (count - 1)))
  const cv = (of: number) => Math.sqrt(Math.expm1(of))
  const freedom = count - 1
  return {
    mean: { value: Math.exp(centre), low: Math.exp(centre - reach), high: Math.exp(centre + reach) },
    cv: {
      value: cv(variance),
      low: cv((freedom * variance) / chiSquared(freedom, z)),
      high: cv((freedom * variance) / chiSquared(freedom, -z)),
    },
    observations: count,
    leftOut: all.length - count,
  }
}

function logarithm(minutes: number): number {
  return Math.log(Math.max(shortest, minutes))
}

function spreadOf(logarithms: readonly number[]): { readonly middle: number; readonly spread: number } {
  const middle = median(logarithms)
  return { middle, spread: 1.4826 * median(logarithms.map((one) => Math.abs(one - middle))) }
}

/** The same with a factor known exactly. */
export function scaled({ value, low, high }: Estimate, by: number): Estimate {
  return { value: value * by, low: low * by, high: high * by }
}

/** Quantile of the chi-squared distribution at a normal point (Wilson and Hilferty, 1931). */
function chiSquared(freedom: number, point: number): number {
  const part = 2 / (9 * freedom)
  return freedom * Math.max(0, 1 - part + point * Math.sqrt(part)) ** 3
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}
