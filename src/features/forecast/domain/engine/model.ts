import type { Sampler } from '../chance/duration.ts'

/**
 * The simulator's input: a plan and its assumptions as plain numbers, without calendars or words. Moments are minutes since the
 * model's beginning. It can be copied to a worker.
 */
export type Model = {
  /** In order of level, without the vendor. */
  readonly tiers: readonly TierModel[]
  /** Position of the tier that has the first and the last contact. */
  readonly entry: number
  readonly calendar: Calendar
  readonly arrivals: Arrivals
  /** How long a requester waits for the contact tier to begin before giving up. */
  readonly patience: Sampler | null
  /** Cumulative share of the priorities 1 to 4. */
  readonly priorities: readonly number[]
  /** Hidden causes; null when tiers pass on by chance alone (`passOn`). */
  readonly causes: Causes | null
  /** Share of handovers that are sent back once. */
  readonly sendBack: number
  /** How long the vendor takes, on the wall clock. */
  readonly vendor: Sampler
  readonly stepByStep: boolean
  readonly bridge: { readonly minutesPerItem: number; readonly lessons: number }
  /** Support minutes of the overall targets by priority; their hours are clock number `tiers.length` of the calendar. */
  readonly overall: OverallTargets
  /** What an agent takes next: what is due first, as the desk sorts it, or what came first. */
  readonly queue: 'due' | 'first-come'
  readonly window: Window
}

export type Window = {
  /** What comes in from here on counts. */
  readonly from: number
  readonly to: number
  /** Goes on after `to` until what came in has been served, so that long waits are not left out. */
  readonly drain: boolean
  /** Length of a stretch of the series in minutes, from minute 0 on. */
  readonly stretch: number
}

export type TierModel = {
  readonly level: number
  /** Finding the cause, or doing what is asked. */
  readonly work: Sampler
  /** Looking at a handover that will be sent back, and mending one that was. */
  readonly look: Sampler
  readonly mend: Sampler
  readonly takeNote: Sampler
  /** Telling the requester, by the contact tier. */
  readonly contact: Sampler
  /** Chance that a ticket goes one tier up; without causes. */
  readonly passOn: number
  /** Support minutes by priority: what the desk sorts its queue by, and what attainment is measured against. */
  readonly targets: TierTargets
}

type ByPriority = readonly [number, number, number, number]
export type TierTargets = {
  readonly acknowledge: ByPriority
  readonly work: ByPriority
  readonly takeNote: ByPriority
}
export type OverallTargets = { readonly contact: ByPriority; readonly resolve: ByPriority }

/** Agents and opening over time. Entry `i`: from `at[i]` on, `clock[i]` has so many agents and is open or not. */
export type Calendar = {
  readonly at: Float64Array
  /** Position of a tier; `tiers.length` is the clock of the overall targets. */
  readonly clock: Uint8Array
  readonly agents: Int32Array
  readonly open: Uint8Array
  /** Bridges end at these moments; so many minutes were at hand. */
  readonly bridgeEnds: Float64Array
  readonly bridgeMinutes: Float64Array
}

/** A Poisson process whose rate is constant between moments: `perMinute[i]` holds until `until[i]`; the last holds for ever. */
export type Arrivals = { readonly until: Float64Array; readonly perMinute: Float64Array }

export type Causes = {
  /** Cumulative share of each cause among tickets. */
  readonly cumulative: Float64Array
  /** For each equal part of the unit interval, the first cause whose share reaches into it. */
  readonly guide: Uint16Array
  /** Position of the lowest tier that can find it unaided; `tiers.length`: only the vendor. */
  readonly lowest: Uint8Array
  /** Chance that a tier below finds a cause that has come down n times; the last holds for more. */
  readonly learnt: Float64Array
  /** Times that a cause counts as come down before the first ticket, thanks to training. */
  readonly lessonsFromTraining: number
}

/**
 * How many tickets a minute one busy agent of the tier below passes on to a tier, where that is known at every moment: work that is
 * exponential has no memory, and chance alone passes on. Null elsewhere.
 */
export function feedingPace({ tiers, causes, calendar, entry }: Model, tier: number): number | null {
  const below = tiers[tier - 1]
  const isAlwaysStaffed = calendar.at.length === tiers.length + 1
  if (!below || causes || tier <= entry || !isAlwaysStaffed || below.work.kind !== 1) return null
  return below.passOn / below.work.mean
}
