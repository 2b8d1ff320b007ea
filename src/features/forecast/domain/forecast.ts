import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Assumptions } from './assumptions/assumptions.ts'
import { dayAt, type Horizon, horizonOf } from './compile/horizon.ts'
import { modelOf } from './compile/model-of.ts'
import type { Model } from './engine/model.ts'
import { level } from './estimate/band.ts'
import { shareThatHolds } from './estimate/holds.ts'
import { type Attainment, attainment, type PeriodOutcome, periodOutcome } from './estimate/outcome.ts'
import type { Period, Played, Score } from './estimate/play.ts'
import { type Range, range } from './estimate/ranges.ts'
import { type SteadyTier, steadyState } from './estimate/steady.ts'

/** What is needed to play a plan, ready to be handed to workers, and to read what they played. */
export type Prepared = {
  readonly model: Model
  readonly score: Score
  readonly horizon: Horizon
  readonly weeks: readonly Period[]
  readonly waves: readonly (Period & { readonly key: string })[]
}

/** Green: the goal is met in nine of ten possible years; amber: in half of them. */
export const lights = ['green', 'amber', 'red'] as const
export type Light = (typeof lights)[number]

export type Forecast = {
  /** Of every band. */
  readonly level: number
  readonly seed: number
  readonly replications: number
  readonly firstDay: string
  readonly timeZone: string
  readonly hours: number
  readonly warmUpHours: number
  /** Share of tickets that is to be taken up and resolved in time. */
  readonly goal: number
  readonly tiers: readonly SteadyTier[]
  readonly attainment: Attainment
  readonly weeks: readonly ({ readonly starts: string } & PeriodOutcome)[]
  readonly waves: readonly WaveOutcome[]
  readonly breaks: readonly Break[]
}

export type WaveOutcome = {
  readonly wave: string
  readonly light: Light
  /** Share of possible years in which every tier, and the ticket as a whole, meets the goal in this wave. */
  readonly holds: number
} & PeriodOutcome

/** In which share of possible years a tier breaks, and when. */
export type Break = {
  readonly tier: number
  readonly share: number
  readonly day: { readonly low: string | null; readonly middle: string | null; readonly high: string | null }
}

const dayMinutes = 24 * 60

export function prepare(plan: SupportPlan, assumptions: Assumptions, today: string): Prepared {
  const horizon = horizonOf(plan, assumptions, today)
  const days = Math.ceil(horizon.window.to / dayMinutes)
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => ({
    from: week * 7,
    to: Math.min(days, week * 7 + 7),
  }))
  const first = Date.parse(`${horizon.firstDay}T00:00:00Z`)
  const number = (day: string) => Math.round((Date.parse(`${day}T00:00:00Z`) - first) / (dayMinutes * 60_000))
  const waves =
    assumptions.arrivals.perHour === null
      ? plan.involvement.phases
          .flatMap((phase) => phase.waves)
          .map((wave) => ({
            key: wave.key,
            from: Math.max(0, number(wave.starts)),
            to: Math.min(days, number(wave.ends) + 1),
          }))
          .filter(({ from, to }) => from < to)
      : []
  const whole = { from: 0, to: days }
  return {
    model: modelOf(plan, assumptions, horizon),
    score: { periods: [whole, ...weeks, ...waves].map(({ from, to }) => ({ from, to })), goal: goalOf(plan) },
    horizon,
    weeks,
    waves,
  }
}

/** The share that the plan's readiness asks for, or nine in ten. */
export function goalOf({ involvement }: SupportPlan): number {
  const asked = involvement.readiness.filter(
    ({ figure, comparison }) =>
      (figure === 'target-attainment' || figure === 'forecast-attainment') && comparison === 'at-least',
  )
  return asked.length === 0 ? 0.9 : Math.max(...asked.map(({ threshold }) => threshold)) / 100
}

/** Reads what was played. */
export function outcome(
  { model, score, horizon, weeks, waves }: Prepared,
  played: Played,
  seed: number,
): Forecast {
  const { window } = horizon
  return {
    level,
    seed,
    replications: played.steady.length,
    firstDay: horizon.firstDay,
    timeZone: horizon.timeZone,
    hours: (window.to - window.from) / 60,
    warmUpHours: window.from / 60,
    goal: score.goal,
    tiers: steadyState(model, played.steady),
    attainment: attainment(model, played, 0),
    weeks: weeks.map((week, index) => ({
      starts: dayAt(horizon, week.from * dayMinutes + dayMinutes / 2),
      ...periodOutcome(model, played, week, 1 + index),
    })),
    waves: waves.map((wave, index) => {
      const holds = shareThatHolds(model, played, 1 + weeks.length + index, score.goal)
      return {
        wave: wave.key,
        light: lightOf(holds),
        holds,
        ...periodOutcome(model, played, wave, 1 + weeks.length + index),
      }
    }),
    breaks: model.tiers.map((own, tier) =>
      breakOf(
        own.level,
        played.broken.map((days) => days[tier] as number),
        horizon,
      ),
    ),
  }
}

function lightOf(holds: number): Light {
  if (holds >= 0.9) return 'green'
  return holds >= 0.5 ? 'amber' : 'red'
}

function breakOf(tier: number, days: readonly number[], horizon: Horizon): Break {
  const broken = days.filter((day) => day >= 0)
  const { low, middle, high }: Range = range(broken)
  const name = (day: number | null) =>
    day === null ? null : dayAt(horizon, Math.round(day) * dayMinutes + dayMinutes / 2)
  return {
    tier,
    share: days.length === 0 ? 0 : broken.length / days.length,
    day: { low: name(low), middle: name(middle), high: name(high) },
  }
}
