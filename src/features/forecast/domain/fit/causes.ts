import { type Estimate, shareOf } from './estimate.ts'

export type CausesEstimate = { readonly count: Estimate; readonly zipf: Estimate }

const z = 1.6448536269514722
const steepest = 5
const most = 10_000

/**
 * Zipf's exponent and the number of causes, from how often each cause came up. Matches two figures that need no order among the
 * causes and that a sample shows without bias: the chance that two tickets have the same cause (Simpson), and how many causes were
 * seen. A fit on ranked counts would be steeper than the truth, because the rank is itself taken from the counts.
 */
export function causesOf(counts: readonly number[]): CausesEstimate {
  const tickets = counts.reduce((sum, one) => sum + one, 0)
  const same = counts.reduce((sum, one) => sum + one * (one - 1), 0) / (tickets * (tickets - 1))
  const count = countFor(counts.length, same, tickets)
  const zipf = zipfFor(count, same)
  const shares = sharesOf(count, zipf)
  const second = power(shares, 2)
  const sameError = 2 * Math.sqrt(Math.max(0, power(shares, 3) - second ** 2) / tickets)
  const missing = shares.map((share) => (1 - share) ** tickets)
  const seenError = Math.sqrt(missing.reduce((sum, one) => sum + one * (1 - one), 0))
  return {
    count: {
      value: count,
      low: countFor(Math.max(1, counts.length - z * seenError), same, tickets),
      high: countFor(counts.length + z * seenError, same, tickets),
    },
    zipf: {
      value: zipf,
      low: zipfFor(count, same - z * sameError),
      high: zipfFor(count, same + z * sameError),
    },
  }
}

/** The exponent at which two tickets of `count` causes have the same one with this chance. */
function zipfFor(count: number, same: number): number {
  return bisect(0, steepest, 40, (zipf) => power(sharesOf(count, zipf), 2) < same)
}

/** The number of causes of which so many tickets show `seen`. */
function countFor(seen: number, same: number, tickets: number): number {
  const shown = (count: number) =>
    sharesOf(count, zipfFor(count, same)).reduce((sum, share) => sum + 1 - (1 - share) ** tickets, 0)
  const least = Math.max(1, Math.ceil(seen))
  let high = least
  while (high < most && shown(high) < seen) high = Math.min(most, high * 2)
  return Math.round(bisect(least, high, 14, (count) => shown(Math.round(count)) < seen))
}

function sharesOf(count: number, zipf: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -zipf)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function power(shares: readonly number[], exponent: number): number {
  return shares.reduce((sum, share) => sum + share ** exponent, 0)
}

/** Where `isBelow` turns false, between two numbers. */
function bisect(from: number, to: number, steps: number, isBelow: (at: number) => boolean): number {
  let [low, high] = [from, to]
  if (!isBelow(low)) return low
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return high
}

export type FoundTicket = {
  readonly cause: number
  readonly at: string
  /** Position above every tier for the vendor. */
  readonly tier: number
  readonly decidedAt: string
  readonly atContactTier: boolean
}

/**
 * The lowest tier that can find a cause unaided: the highest that ever had to. Lower tiers find it only because it came down before.
 */
export function lowestTiers(tickets: readonly FoundTicket[]): ReadonlyMap<number, number> {
  const lowest = new Map<number, number>()
  for (const { cause, tier } of tickets) lowest.set(cause, Math.max(lowest.get(cause) ?? 0, tier))
  return lowest
}

/** Share of tickets whose cause each tier can find unaided. */
export function foundBy(
  tickets: readonly FoundTicket[],
  levels: readonly number[],
): ReadonlyMap<number, Estimate> {
  const lowest = lowestTiers(tickets)
  return new Map(
    levels.map((level) => [
      level,
      shareOf(tickets.filter(({ cause }) => lowest.get(cause) === level).length, tickets.length),
    ]),
  )
}
