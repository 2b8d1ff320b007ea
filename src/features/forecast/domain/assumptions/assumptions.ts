import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Duration } from '../chance/duration.ts'

/** What the plan does not say and a forecast needs. Every value has a source, which the page shows beside it. */
export type Assumptions = {
  readonly arrivals: {
    /** A constant Poisson stream, day and night, instead of waves and issue rates; null: by waves. */
    readonly perHour: number | null
    readonly issuesPer100Enrollments: Readonly<Record<Platform, number>>
    /** Enrollments for one person: a phone and a laptop make two. */
    readonly enrollmentsPerUser: number
    /** Issues a week of 1,000 people who have enrolled, after enrollment. */
    readonly issuesPer1000UsersPerWeek: number
    /** Share of a week's issues by day, Monday first, and of a day's by hour of the day. Weights: only their proportion counts. */
    readonly weekdays: readonly number[]
    readonly hours: readonly number[]
  }
  /** By level. */
  readonly tiers: Readonly<Record<string, TierAssumptions>>
  readonly takeNoteMinutes: Duration
  readonly contactMinutes: Duration
  /** Looking at a handover that is sent back, and mending it. */
  readonly lookMinutes: Duration
  readonly mendMinutes: Duration
  /** Share of handovers that are sent back once. */
  readonly sendBack: number
  /** The vendor's time to an answer, on the wall clock. */
  readonly vendorMinutes: Duration
  readonly causes: {
    readonly count: number
    /** The nth most frequent cause comes up in proportion to 1 / n^zipf. */
    readonly zipf: number
    /** Share of tickets whose cause a tier can find unaided, by level; the rest takes the vendor. */
    readonly foundBy: Readonly<Record<string, number>>
  }
  /** Share of the priorities 1 to 4. */
  readonly priorities: readonly [number, number, number, number]
  /** How long a requester waits for the contact tier before giving up; null: for ever. */
  readonly patience: Duration | null
  readonly learning: Learning | 'off'
  /** How often a cause counts as come down when people have practised the known issues in training. */
  readonly training: {
    readonly lessons: number
    /** Training sessions with their dates; null, and for tiers that have none here: when the plan has its courses. */
    readonly planned: readonly PlannedTraining[] | null
    /** People who train again on a change of the plan, each once between two days. */
    readonly retraining: readonly Retraining[]
    /** What that takes of one of them. */
    readonly retrainMinutes: number
  }
  readonly bridge: {
    readonly held: boolean
    readonly minutesPerItem: number
    readonly lessons: number
    /** Share of those whom the quorum does not need who come all the same. */
    readonly optional: number
    /** Bridges that are called beside those of the plan, while phases last: one person of each tier comes. */
    readonly adHocPerWeek: number
    readonly adHocMinutes: number
  }
  readonly hours: 'plan' | 'always'
  readonly queue: 'due' | 'first-come'
  /** Null: a year from the first phase on. */
  readonly horizon: { readonly hours: number; readonly warmUpHours: number } | null
  readonly replications: number
  readonly seed: number
}

export type TierAssumptions = {
  /** At work at the same time whenever support is open; null: from the plan's capacity, presence and availability. */
  readonly agents: number | null
  /** Hours a week that one agent is at work. */
  readonly hoursPerWeek: number
  /** Share of that time for tickets: the rest is breaks, meetings and other work. */
  readonly availability: number
  /** How many of the plan's people may not work in the tier, from a day on; null: all of them may. */
  readonly notCertified: readonly Headcount[] | null
  readonly work: Duration
  /** Chance that a ticket goes one tier up. Given for any tier, it replaces causes, learning and the way down. */
  readonly passOn: number | null
}

/** So many people from a day on, until the next. Before the first it is as on the first. */
export type Headcount = { readonly from: string; readonly people: number }

export type PlannedTraining = {
  readonly tier: number
  readonly starts: string
  readonly minutes: number
  readonly people: number
}

export type Retraining = {
  readonly tier: number
  readonly people: number
  readonly from: string
  readonly until: string
}

/** The chance that a tier finds a cause that has come down n times is most × (1 − (1 − perLesson)^n). */
export type Learning = { readonly perLesson: number; readonly most: number }

/** Where a value comes from: our own judgement, the plan, the desk's own events, or somebody who changed it. */
export const sources = ['judgement', 'plan', 'desk', 'changed'] as const
export type Source = (typeof sources)[number]
