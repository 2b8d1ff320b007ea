import type { Forecast, Light } from '../forecast.ts'
import type { NeededInTier } from './needed.ts'

/** The one line that answers whether the plan holds. */
export type Answer =
  | { readonly code: 'no-waves' }
  | { readonly code: 'holds'; readonly waves: number }
  | {
      readonly code: 'tier-breaks'
      readonly wave: string
      readonly light: Light
      readonly tier: number
      readonly day: string
      /** Of ten possible years. */
      readonly years: number
    }
  | {
      readonly code: 'misses'
      readonly wave: string
      readonly light: Light
      /** The tier that takes up too few in time; null: too few are resolved in time. */
      readonly tier: number | null
      readonly years: number
    }

/** Speaks of the first wave that is worst off, and of the tier that breaks first among those that miss the goal in it. */
export function answerOf({ waves, breaks, goal }: Forecast): Answer {
  if (waves.length === 0) return { code: 'no-waves' }
  const wave = waves.find(({ light }) => light === 'red') ?? waves.find(({ light }) => light === 'amber')
  if (!wave) return { code: 'holds', waves: waves.length }
  const about = { wave: wave.wave, light: wave.light }
  const [first] = wave.tiers
    .map(({ tier, acknowledge }) => ({ low: acknowledge.low, broken: breaks.find((one) => one.tier === tier) }))
    // A tier that takes up nothing at all has no share in time.
    .filter(({ low, broken }) => (low === null ? (broken?.share ?? 0) > 0 : low < goal))
    .flatMap(({ broken }) => broken ?? [])
    .toSorted((one, other) => (one.day.middle ?? never).localeCompare(other.day.middle ?? never))
  const years = Math.round(10 * (first?.share ?? 0))
  if (first?.day.middle && years > 0)
    return { code: 'tier-breaks', ...about, tier: first.tier, day: first.day.middle, years }
  const misses = Math.min(10, Math.max(1, Math.round(10 * (1 - wave.holds))))
  return { code: 'misses', ...about, tier: first?.tier ?? null, years: misses }
}

const never = '9999-12-31'

/** People who would have to come, by level, for every wave to have enough of them; null where no number would do. */
export function shortfall(needed: readonly NeededInTier[]): readonly { tier: number; more: number | null }[] {
  return needed.flatMap(({ tier, have, waves }) => {
    const most = waves.reduce<number | null>(
      (sum, { people }) => (sum === null || people === null ? null : Math.max(sum, people)),
      0,
    )
    if (most !== null && most <= have) return []
    return [{ tier, more: most === null ? null : most - have }]
  })
}
