import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Assumptions, Learning } from './assumptions.ts'

/** What a forecast is made from. */
export type Inputs = { readonly plan: SupportPlan; readonly assumptions: Assumptions }

export const learningSteps = ['off', 'weak', 'as-is', 'strong'] as const
export type LearningStep = (typeof learningSteps)[number]

/** What somebody tries out beside the plan as it is saved. */
export type Levers = {
  /** People more or fewer, by level. */
  readonly people: Readonly<Record<string, number>>
  /** Times the issues. */
  readonly rate: number
  readonly learning: LearningStep
  readonly bridge: 'as-is' | 'held' | 'not-held'
  /** Share of the agents' time for tickets, in every tier; null: as it is. */
  readonly availability: number | null
}

export const atRest: Levers = { people: {}, rate: 1, learning: 'as-is', bridge: 'as-is', availability: null }

/** At least half and at most twice the issues. */
export const rateLimits = { least: 0.5, most: 2 } as const

const learnt: Readonly<Record<'weak' | 'strong', Learning>> = {
  weak: { perLesson: 0.12, most: 0.6 },
  strong: { perLesson: 0.6, most: 0.95 },
}

export function isAtRest({ people, rate, learning, bridge, availability }: Levers): boolean {
  return (
    Object.values(people).every((more) => more === 0) &&
    rate === 1 &&
    learning === 'as-is' &&
    bridge === 'as-is' &&
    availability === null
  )
}

/** The plan and its assumptions with the levers where somebody put them. */
export function pulled(inputs: Inputs, { people, rate, learning, bridge, availability }: Levers): Inputs {
  const { plan, assumptions } = Object.entries(people).reduce(
    (before, [level, more]) => withPeople(before, level, Math.max(0, peopleIn(before, level) + more)),
    inputs,
  )
  const { arrivals } = assumptions
  return {
    plan,
    assumptions: {
      ...assumptions,
      arrivals: {
        ...arrivals,
        perHour: arrivals.perHour === null ? null : arrivals.perHour * rate,
        issuesPer100Enrollments: scaled(arrivals.issuesPer100Enrollments, rate),
        issuesPer1000UsersPerWeek: arrivals.issuesPer1000UsersPerWeek * rate,
      },
      tiers:
        availability === null
          ? assumptions.tiers
          : Object.fromEntries(
              Object.entries(assumptions.tiers).map(([level, own]) => [level, { ...own, availability }]),
            ),
      learning: learning === 'as-is' ? assumptions.learning : learning === 'off' ? 'off' : learnt[learning],
      bridge: bridge === 'as-is' ? assumptions.bridge : { ...assumptions.bridge, held: bridge === 'held' },
    },
  }
}

/** The people of a tier: those of the plan, unless an assumption says how many are at work. */
export function peopleIn({ plan, assumptions }: Inputs, level: string): number {
  const tier = plan.teams.tiers.find((one) => String(one.level) === level)
  return assumptions.tiers[level]?.agents ?? tier?.capacity.agents ?? 0
}

export function withPeople({ plan, assumptions }: Inputs, level: string, people: number): Inputs {
  const own = assumptions.tiers[level]
  if (own && own.agents !== null)
    return {
      plan,
      assumptions: { ...assumptions, tiers: { ...assumptions.tiers, [level]: { ...own, agents: people } } },
    }
  return { plan: withCapacity(plan, { [level]: people }), assumptions }
}

/** The plan with so many people in its tiers, by level. */
export function withCapacity(plan: SupportPlan, people: Readonly<Record<string, number>>): SupportPlan {
  return {
    ...plan,
    teams: {
      ...plan.teams,
      tiers: plan.teams.tiers.map((tier) => {
        const agents = people[String(tier.level)]
        return agents === undefined ? tier : { ...tier, capacity: { ...tier.capacity, agents } }
      }),
    },
  }
}

function scaled<Name extends string>(rates: Readonly<Record<Name, number>>, by: number): Record<Name, number> {
  return Object.fromEntries(Object.entries<number>(rates).map(([name, rate]) => [name, rate * by])) as Record<
    Name,
    number
  >
}
