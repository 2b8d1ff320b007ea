import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Assumptions } from '../../assumptions/assumptions.ts'
import { exponential } from '../../chance/ziggurat.ts'
import { type Stream, unit } from '../../chance/stream.ts'
import { issuesPerDay } from '../../compile/arrivals.ts'
import { type Horizon, instantAt } from '../../compile/horizon.ts'

export type Arrival = { readonly at: string; readonly platform: Platform; readonly wave: string }

/** A Poisson number of issues for each wave, platform and day, as many as the simulator expects, at the hours of the day's shape. */
export function arrivalsIn(
  plan: SupportPlan,
  { arrivals }: Assumptions,
  horizon: Horizon,
  chance: Stream,
): readonly Arrival[] {
  const all: Arrival[] = []
  const none = { ios: 0, android: 0, windows: 0, macos: 0, linux: 0 }
  for (const phase of plan.involvement.phases) {
    for (const wave of phase.waves) {
      for (const { platform, percent } of wave.platforms) {
        const alone = {
          ...plan,
          involvement: {
            ...plan.involvement,
            phases: [{ ...phase, waves: [{ ...wave, platforms: [{ platform, percent: 100 }] }] }],
          },
        }
        const rate = { ...none, [platform]: arrivals.issuesPer100Enrollments[platform] }
        const expected = issuesPerDay(alone, { ...arrivals, issuesPer100Enrollments: rate }, horizon)
        for (const [day, issues] of expected.entries()) {
          for (let count = poisson((issues * percent) / 100, chance); count > 0; count -= 1)
            all.push({ at: momentOf(horizon, day, hourOf(arrivals.hours, chance)), platform, wave: wave.key })
        }
      }
    }
  }
  return all.toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

function poisson(mean: number, chance: Stream): number {
  let count = 0
  for (let passed = exponential(chance); passed < mean; passed += exponential(chance)) count += 1
  return count
}

function hourOf(weights: readonly number[], chance: Stream): number {
  let left = unit(chance) * weights.reduce((sum, weight) => sum + weight, 0)
  const hour = weights.findIndex((weight) => (left -= weight) < 0)
  return Math.max(0, hour) + unit(chance)
}

/** Good for days without a change of the clock. */
function momentOf(horizon: Horizon, day: number, hour: number): string {
  return instantAt(horizon, Math.round(day * 1440 + hour * 60))
}
