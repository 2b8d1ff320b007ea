import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { defaultWorkload } from '#features/plan/domain/workload.ts'
import type { Duration } from '../chance/duration.ts'
import type { Assumptions, TierAssumptions } from './assumptions.ts'

const lognormal = (meanMinutes: number, cv: number): Duration => ({ distribution: 'lognormal', meanMinutes, cv })

/** How much the work on tickets differs, from the lowest tier up: the higher, the less alike tickets are. */
const spread = [0.8, 1, 1.2]
/** Of tickets whose cause nobody has met yet: the share that a tier finds, from the lowest tier up. The highest finds the rest, */
const foundBy = [0.5, 0.28, 0.12, 0.05]
/** but for what takes the vendor. */
const foundByVendor = 0.03

/**
 * What a forecast takes for granted until somebody knows better. Rates and work are those by which the check reckons
 * (`plan/domain/workload.ts`); the rest is our judgement too. docs/guides/forecast.md says what each rests on.
 */
export function defaultAssumptions(plan: SupportPlan): Assumptions {
  const { devicesPerUser, issuesPer100Enrollments, issuesPer100DevicesPerWeek, workMinutes } = defaultWorkload
  const levels = plan.teams.tiers.map((tier) => tier.level).toSorted((one, other) => one - other)
  const nth = <T>(list: readonly T[], index: number) => list[Math.min(index, list.length - 1)] as T
  const own = (index: number): TierAssumptions => ({
    agents: null,
    hoursPerWeek: 36,
    availability: 0.75,
    notCertified: null,
    work: lognormal(nth(workMinutes, index).value, nth(spread, index)),
    passOn: null,
  })
  const rates = platforms.map((platform) => [platform, issuesPer100Enrollments[platform].value] as const)
  return {
    arrivals: {
      perHour: null,
      issuesPer100Enrollments: Object.fromEntries(rates) as Record<Platform, number>,
      enrollmentsPerUser: devicesPerUser.value,
      issuesPer1000UsersPerWeek: issuesPer100DevicesPerWeek.value * devicesPerUser.value * 10,
      weekdays: [24, 21, 20, 18, 14, 2, 1],
      hours: [1, 1, 1, 1, 1, 2, 6, 22, 60, 85, 90, 82, 60, 70, 80, 72, 55, 30, 14, 9, 7, 5, 3, 2],
    },
    tiers: Object.fromEntries(levels.map((level, index) => [String(level), own(index)])),
    takeNoteMinutes: lognormal(4, 0.5),
    contactMinutes: lognormal(10, 0.7),
    lookMinutes: lognormal(8, 0.5),
    mendMinutes: lognormal(15, 0.6),
    sendBack: 0.12,
    vendorMinutes: lognormal(3 * 24 * 60, 0.8),
    causes: {
      count: 120,
      zipf: 1,
      foundBy: sharesFound(levels, plan.teams.vendor === null ? 0 : foundByVendor),
    },
    priorities: [0.04, 0.2, 0.58, 0.18],
    patience: null,
    learning: { perLesson: 0.35, most: 0.9 },
    training: {
      lessons: plan.training.courses.some((course) => course.practiceTickets > 0) ? 1 : 0,
      planned: null,
      retraining: [],
      retrainMinutes: 45,
    },
    bridge: { held: true, minutesPerItem: 8, lessons: 2, optional: 0, adHocPerWeek: 0, adHocMinutes: 30 },
    hours: 'plan',
    queue: 'due',
    horizon: null,
    replications: 200,
    seed: 1,
  }
}

function sharesFound(levels: readonly number[], byVendor: number): Record<string, number> {
  const below = levels.slice(0, -1).map((_, index) => foundBy[index] ?? 0)
  const highest = 1 - byVendor - below.reduce((sum, share) => sum + share, 0)
  return Object.fromEntries(levels.map((level, index) => [String(level), round(below[index] ?? highest)]))
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}
