import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import type { TicketEvent } from '../events.ts'
import { type Interval, intervals } from './intervals.ts'
import { lastMigration } from './last-migration.ts'
import type { TierMinutes } from './tier-spent.ts'

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

/**
 * What the tiers spent over a ticket's life. Time under an earlier version of the plan stays as it was counted then.
 */
export function tierMinutesOf(
  plan: SupportPlan,
  events: readonly TicketEvent[],
  at: Instant,
): readonly TierMinutes[] {
  const life = intervals(events)
  const migration = lastMigration(events)
  if (!migration) return tierMinutes(plan, life, at)
  const since = life.flatMap((one) => {
    if (one.to !== null && one.to <= migration.at) return []
    return [one.from < migration.at ? { ...one, from: migration.at } : one]
  })
  return [migration.fact.spent, tierMinutes(plan, since, at)].flat().reduce(added, [])
}

function added(sums: readonly TierMinutes[], one: TierMinutes): readonly TierMinutes[] {
  const found = sums.find((sum) => sum.tier === one.tier)
  if (!found) return [...sums, one].toSorted((first, second) => first.tier - second.tier)
  const sum = {
    tier: one.tier,
    wallMinutes: found.wallMinutes + one.wallMinutes,
    supportMinutes: found.supportMinutes + one.supportMinutes,
    waitingMinutes: found.waitingMinutes + one.waitingMinutes,
  }
  return sums.map((other) => (other === found ? sum : other))
}

function supportMinutesOf(plan: SupportPlan, level: number, from: Instant, to: Instant): number {
  const tier = tierOf(plan, level)
  return tier ? supportMinutesBetween(hoursOf(plan, tier.supportHours), from, to) : 0
}
