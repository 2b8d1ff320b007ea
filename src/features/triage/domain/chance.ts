/**
 * The chance that a Poisson count of this mean comes to at least so many:
 *
 *     P(X ≥ k) = 1 − Σ (i < k) e^−λ λ^i / i!
 *
 * Summed from the side that is small, so that a chance of one in a million is right too.
 */
export function poissonTail(least: number, mean: number): number {
  if (least <= 0) return 1
  if (mean <= 0) return 0
  let term = Math.exp(-mean + least * Math.log(mean) - logFactorial(least))
  let sum = 0
  for (let count = least; term > sum * 1e-12 && count < least + 10_000; count += 1) {
    sum += term
    term *= mean / (count + 1)
  }
  return Math.min(1, sum)
}

/**
 * The chance that a count of this mean comes to at least so many, where such counts clump: with variance `mean + clumping × mean²` instead of the
 * mean alone (a negative binomial count, r = 1 ÷ clumping). Without clumping it is the Poisson count.
 *
 *     P(X = k) = Γ(k + r) / (Γ(r) k!) × (r / (r + λ))^r × (λ / (r + λ))^k
 */
export function clumpedTail(least: number, mean: number, clumping: number): number {
  if (clumping <= 0) return poissonTail(least, mean)
  if (least <= 0) return 1
  if (mean <= 0) return 0
  const r = 1 / clumping
  let log = r * Math.log(r / (r + mean)) + least * Math.log(mean / (r + mean)) - logFactorial(least)
  for (let count = 0; count < least; count += 1) log += Math.log(r + count)
  let term = Math.exp(log)
  let sum = 0
  for (let count = least; term > sum * 1e-12 && count < least + 10_000; count += 1) {
    sum += term
    term *= ((count + r) / (count + 1)) * (mean / (r + mean))
  }
  return Math.min(1, sum)
}

function logFactorial(count: number): number {
  let sum = 0
  for (let factor = 2; factor <= count; factor += 1) sum += Math.log(factor)
  return sum
}

/** A share of a count, with the range in which the true share lies nineteen times out of twenty. */
export type Share = {
  readonly count: number
  readonly of: number
  /** Null where there is nothing to take a share of. */
  readonly share: number | null
  readonly low: number
  readonly high: number
}

/** Nineteen times out of twenty. */
const z = 1.96

/**
 * A share with its Wilson interval, which stays honest for few and for none:
 *
 *     ( p + z²/2n ± z √( p(1−p)/n + z²/4n² ) ) / ( 1 + z²/n )
 */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 }
  const p = count / of
  const centre = p + (z * z) / (2 * of)
  const reach = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  // At none and at all the interval ends there: what is left of the difference is rounding.
  const low = count === 0 ? 0 : (centre - reach) / scale
  const high = count === of ? 1 : (centre + reach) / scale
  return { count, of, share: p, low, high }
}

/**
 * What two shares say of each other. `rose` and `fell` only where the difference is more than chance makes of it (Newcombe's interval of
 * the difference, from both Wilson intervals, leaves out zero); `too-few` where one side has nothing, or both together are few.
 */
export type Compared = 'rose' | 'fell' | 'no-difference' | 'too-few'

const fewest = 8

export function compared(before: Share, after: Share): Compared {
  if (before.share === null || after.share === null || before.of + after.of < fewest) return 'too-few'
  const difference = after.share - before.share
  const down = Math.sqrt((after.share - after.low) ** 2 + (before.high - before.share) ** 2)
  const up = Math.sqrt((after.high - after.share) ** 2 + (before.share - before.low) ** 2)
  if (difference - down > 0) return 'rose'
  return difference + up < 0 ? 'fell' : 'no-difference'
}
