import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
import type { Assumptions, Learning } from '../assumptions/assumptions.ts'
import { exp, ln } from '../chance/exact.ts'
import { type Sampler, nothing, sampler } from '../chance/duration.ts'
import type { Causes, Model, TierModel } from '../engine/model.ts'
import { arrivalsOf } from './arrivals.ts'
import type { Horizon } from './horizon.ts'
import { calendarOf } from './staffing.ts'

/** The plan and its assumptions as the simulator plays them. */
export function modelOf(plan: SupportPlan, assumptions: Assumptions, horizon: Horizon): Model {
  const tiers = plan.teams.tiers.toSorted((one, other) => one.level - other.level)
  const passOn = passedOn(tiers, assumptions)
  const byChance = passOn !== null
  const due = assumptions.queue === 'due'
  const { wayDown, contactTier, targets } = plan.process
  return {
    tiers: tiers.map((tier, index) => tierModel(tier, assumptions, passOn?.[index] ?? null)),
    entry: Math.max(
      0,
      tiers.findIndex((tier) => tier.level === contactTier),
    ),
    calendar: calendarOf(plan, assumptions, horizon),
    arrivals: arrivalsOf(plan, assumptions, horizon),
    patience: assumptions.patience ? sampler(assumptions.patience) : null,
    priorities: cumulative(assumptions.priorities),
    causes: byChance ? null : causesOf(plan, tiers, assumptions),
    sendBack: byChance ? 0 : assumptions.sendBack,
    vendor: sampler(assumptions.vendorMinutes),
    stepByStep: wayDown === 'step-by-step',
    bridge: {
      minutesPerItem: assumptions.bridge.minutesPerItem,
      lessons: assumptions.learning === 'off' ? 0 : assumptions.bridge.lessons,
    },
    overall: {
      contact: byPriority((priority) => targets[priority].contactMinutes),
      resolve: byPriority((priority) => targets[priority].resolveMinutes),
    },
    queue: due ? 'due' : 'first-come',
    window: horizon.window,
  }
}

/**
 * The chance that each tier passes a ticket on, where chance alone decides: when it is given for any tier, or when arrivals are constant.
 * Not given, it is the share of causes that the tier does not find. Null: causes decide.
 */
function passedOn(
  tiers: readonly Tier[],
  { tiers: own, arrivals, causes }: Assumptions,
): readonly number[] | null {
  const given = tiers.map(({ level }) => own[String(level)]?.passOn ?? null)
  if (given.some((share) => share !== null)) return given.map((share) => share ?? 0)
  if (arrivals.perHour === null) return null
  let left = 1
  return tiers.map(({ level }, index) => {
    const before = left
    left = Math.max(0, left - (causes.foundBy[String(level)] ?? 0))
    return index === tiers.length - 1 || before === 0 ? 0 : left / before
  })
}

function tierModel(tier: Tier, assumptions: Assumptions, passOn: number | null): TierModel {
  const own = assumptions.tiers[String(tier.level)]
  const unless = (minutes: Sampler) => (passOn === null ? minutes : nothing)
  return {
    level: tier.level,
    work: own ? sampler(own.work) : nothing,
    look: unless(sampler(assumptions.lookMinutes)),
    mend: unless(sampler(assumptions.mendMinutes)),
    takeNote: unless(sampler(assumptions.takeNoteMinutes)),
    contact: unless(sampler(assumptions.contactMinutes)),
    passOn: passOn ?? 0,
    targets: {
      acknowledge: byPriority((priority) => tier.targets[priority].acknowledgeMinutes),
      work: byPriority((priority) => tier.targets[priority].workMinutes),
      takeNote: byPriority((priority) => tier.targets[priority].takeNoteMinutes),
    },
  }
}

function byPriority(value: (priority: 1 | 2 | 3 | 4) => number): readonly [number, number, number, number] {
  return [value(1), value(2), value(3), value(4)]
}

/** Frequent causes first. Each goes to the tier that has the most left of its share, so that shares hold over tickets. */
function causesOf(plan: SupportPlan, tiers: readonly Tier[], { causes, learning, training }: Assumptions): Causes {
  const weights = Array.from({ length: causes.count }, (_, index) => exp(-causes.zipf * ln(index + 1)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const left = tiers.map(({ level }) => causes.foundBy[String(level)] ?? 0)
  const rest = Math.max(0, 1 - left.reduce((sum, share) => sum + share, 0))
  // Without a vendor the highest tier has to find what is left.
  if (plan.teams.vendor) left.push(rest)
  else left[left.length - 1] = (left.at(-1) ?? 0) + rest
  const lowest = weights.map((weight) => {
    const tier = left.reduce((best, share, index) => (share > (left[best] as number) ? index : best), 0)
    left[tier] = (left[tier] as number) - weight / total
    return tier
  })
  const reached = cumulative(weights)
  return {
    cumulative: Float64Array.from(reached),
    guide: guideTo(reached),
    lowest: Uint8Array.from(lowest),
    learnt: learning === 'off' ? Float64Array.of(0) : learntBy(learning),
    lessonsFromTraining: learning === 'off' ? 0 : training.lessons,
  }
}

function guideTo(reached: readonly number[]): Uint16Array {
  let cause = 0
  return Uint16Array.from({ length: 256 }, (_, part) => {
    while (cause < reached.length - 1 && (reached[cause] as number) <= part / 256) cause += 1
    return cause
  })
}

function learntBy({ perLesson, most }: Learning): Float64Array {
  const chances = new Float64Array(64)
  let unknown = 1
  for (let lessons = 0; lessons < chances.length; lessons += 1) {
    chances[lessons] = most * (1 - unknown)
    unknown *= 1 - perLesson
  }
  return chances
}

function cumulative(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  let sum = 0
  return shares.map((share) => {
    sum += share / total
    return sum
  })
}
