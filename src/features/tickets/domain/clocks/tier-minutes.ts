import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import type { Interval } from './intervals.ts'

/** What a tier spent on a ticket: all time, the part within its support hours, and of that the part spent waiting for somebody else. */
export type TierMinutes = {
  readonly tier: number
  readonly wallMinutes: number
  readonly supportMinutes: number
  readonly waitingMinutes: number
}

export function tierMinutes(plan: SupportPlan, spent: readonly Interval[], at: Instant): readonly TierMinutes[] {
  const byTier = new Map<number, TierMinutes>()
  for (const { tier, from, to, waiting } of spent) {
    if (tier === null) continue
    const sum = byTier.get(tier) ?? { tier, wallMinutes: 0, supportMinutes: 0, waitingMinutes: 0 }
    const until = to ?? at
    const supportMinutes = supportMinutesOf(plan, tier, from, until)
    byTier.set(tier, {
      tier,
      wallMinutes: sum.wallMinutes + (Date.parse(until) - Date.parse(from)) / 60_000,
      supportMinutes: sum.supportMinutes + supportMinutes,
      waitingMinutes: sum.waitingMinutes + (waiting ? supportMinutes : 0),
    })
  }
  return [...byTier.values()].toSorted((one, other) => one.tier - other.tier)
}

function supportMinutesOf(plan: SupportPlan, level: number, from: Instant, to: Instant): number {
  const tier = tierOf(plan, level)
  return tier ? supportMinutesBetween(hoursOf(plan, tier.supportHours), from, to) : 0
}
