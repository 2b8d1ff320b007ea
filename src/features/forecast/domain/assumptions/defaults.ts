import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Duration } from '../chance/duration.ts'
import type { Assumptions, TierAssumptions } from './assumptions.ts'

const lognormal = (meanMinutes: number, cv: number): Duration => ({ distribution: 'lognormal', meanMinutes, cv })

/** Work of the lowest tier, of the next, and of those above. Our judgement, until the desk's own events say better. */
const work = [lognormal(18, 0.8), lognormal(45, 1), lognormal(90, 1.2)]
const foundBy = [0.48, 0.28, 0.2]

/** What a forecast takes for granted until somebody knows better. All of it is our judgement; the guide says what it rests on. */
export function defaultAssumptions(plan: SupportPlan): Assumptions {
  const levels = plan.teams.tiers.map((tier) => tier.level).toSorted((one, other) => one - other)
  const own = (index: number): TierAssumptions => ({
    agents: null,
    hoursPerWeek: 36,
    availability: 0.7,
    work: work[Math.min(index, work.length - 1)] ?? lognormal(60, 1),
    passOn: null,
  })
  return {
    arrivals: {
      perHour: null,
      issuesPer100Enrollments: { ios: 9, android: 14, windows: 16, macos: 15, linux: 20 },
      enrollmentsPerUser: 1,
      issuesPer1000UsersPerWeek: 6,
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
      foundBy: Object.fromEntries(levels.map((level, index) => [String(level), foundBy[index] ?? 0])),
    },
    priorities: [0.04, 0.2, 0.58, 0.18],
    patience: null,
    learning: { perLesson: 0.35, most: 0.9 },
    training: { lessons: plan.training.courses.some((course) => course.practiceTickets > 0) ? 1 : 0 },
    bridge: { held: true, minutesPerItem: 8, lessons: 2 },
    hours: 'plan',
    queue: 'due',
    horizon: null,
    replications: 200,
    seed: 1,
  }
}
