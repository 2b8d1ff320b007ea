import { Temporal } from 'temporal-polyfill'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { platforms } from '#features/plan/domain/values.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import { issuesPerDay } from '../compile/arrivals.ts'
import { dayAt, type Horizon, horizonOf } from '../compile/horizon.ts'
import { type Estimate, rateOf, scaled, shareOf } from './estimate.ts'
import type { Observation } from './observe.ts'

export type Counted = { readonly observations: number; readonly estimate: Estimate }

export type ArrivalsEstimate = {
  readonly base: Counted | null
  readonly issues: ReadonlyMap<Platform, Counted>
  /** Monday first; per day of the week, as often as that day came by. */
  readonly weekdays: { readonly observations: number; readonly estimates: readonly Estimate[] }
  readonly hours: { readonly observations: number; readonly estimates: readonly Estimate[] }
}

type Wavely = { readonly wave: Wave; readonly enrolling: readonly number[]; readonly base: readonly number[] }
type Opened = {
  readonly observation: Observation
  readonly day: string
  readonly hour: number
  readonly weekday: number
}

/**
 * Issues of enrolling and issues afterwards, told apart by when the ticket was opened: within its requester's wave, or after it. What
 * the rates are divided by is what the simulator itself expects of the plan's waves at a rate of one, so that fit and simulator mean
 * the same. Only whole days of the period count. Tickets without a platform are spread as those with one.
 */
export function arrivalsOf(
  observations: readonly Observation[],
  plan: SupportPlan,
  assumptions: Assumptions,
  period: { readonly from: string; readonly to: string },
): ArrivalsEstimate {
  const { arrivals } = assumptions
  const horizon = horizonOf(
    plan,
    { ...assumptions, arrivals: { ...arrivals, perHour: null }, horizon: null },
    period.from.slice(0, 10),
  )
  const opened = observations.map((observation) => openedIn(horizon, observation))
  const { from, to } = wholeDays(horizon, period)
  const counted = opened.filter(({ day }) => from <= day && day < to)
  const days = Array.from({ length: horizon.days }, (_, index) => dayAt(horizon, index * 1440 + 720))
  const inPeriod = (index: number) => from <= (days[index] as string) && (days[index] as string) < to
  const total = (values: readonly number[], keeps: (day: string) => boolean) =>
    values.reduce((sum, value, index) => sum + (inPeriod(index) && keeps(days[index] as string) ? value : 0), 0)

  const waves = plan.involvement.phases
    .flatMap((phase) => phase.waves)
    .map((wave) => expectedOf(wave, plan, assumptions, horizon))
  const after = counted.filter(({ observation, day }) => isAfter(plan, observation, day))
  const exposure = waves.reduce((sum, { wave, base }) => sum + total(base, (day) => day > wave.ends), 0)
  const base = exposure > 0 ? { observations: after.length, estimate: rateOf(after.length, exposure) } : null
  const perWeek = base && after.length >= leastForBase ? base.estimate.value : arrivals.issuesPer1000UsersPerWeek

  const issues = new Map<Platform, Counted>()
  for (const platform of platforms) {
    let [enrolled, expected, observed, spread] = [0, 0, 0, 0]
    for (const { wave, enrolling, base: baseDays } of waves) {
      const share = (wave.platforms.find((one) => one.platform === platform)?.percent ?? 0) / 100
      const within = (day: string) => wave.starts <= day && day <= wave.ends
      const own = counted.filter(({ observation, day }) => observation.wave === wave.key && within(day))
      const known = own.filter(({ observation }) => observation.platform !== null).length
      const hits = own.filter(({ observation }) => observation.platform === platform).length
      if (share === 0) continue
      observed += hits
      spread += known > 0 ? (hits * own.length) / known : 0
      enrolled += total(enrolling, within) * share
      expected += total(baseDays, within) * perWeek * share
    }
    if (enrolled === 0) continue
    // The interval is that of the tickets counted; what is spread and what is expected anyway only move it.
    const whole = scaled(rateOf(observed, enrolled), (100 * spread) / Math.max(1, observed))
    const less = (100 * expected) / enrolled
    const moved = (value: number) => Math.max(0, value - less)
    issues.set(platform, {
      observations: observed,
      estimate: { value: moved(whole.value), low: moved(whole.low), high: moved(whole.high) },
    })
  }
  return { base, issues, weekdays: weekdaysOf(after, days, waves, inPeriod), hours: hoursOf(counted) }
}

export const leastForBase = 30

function expectedOf(wave: Wave, plan: SupportPlan, { arrivals }: Assumptions, horizon: Horizon): Wavely {
  const alone = {
    ...plan,
    involvement: {
      ...plan.involvement,
      phases: plan.involvement.phases.map((phase) => ({
        ...phase,
        waves: phase.waves.filter((one) => one.key === wave.key).map((one) => ({ ...one, platforms: [] })),
      })),
    },
  }
  const at = (rate: number, base: number) =>
    issuesPerDay(
      alone,
      {
        ...arrivals,
        issuesPer100Enrollments: { ios: rate, android: rate, windows: rate, macos: rate, linux: rate },
        issuesPer1000UsersPerWeek: base,
      },
      horizon,
    )
  return { wave, enrolling: at(100, 0), base: at(0, 1) }
}

function isAfter(plan: SupportPlan, { wave: key }: Observation, day: string): boolean {
  const wave = plan.involvement.phases.flatMap((phase) => phase.waves).find((one) => one.key === key)
  return wave !== undefined && day > wave.ends
}

function openedIn(horizon: Horizon, observation: Observation): Opened {
  const at = Temporal.Instant.from(observation.openedAt).toZonedDateTimeISO(horizon.timeZone)
  return { observation, day: at.toPlainDate().toString(), hour: at.hour, weekday: at.dayOfWeek }
}

/** From the first midnight in the period to the last. */
function wholeDays(
  { timeZone }: Horizon,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly from: string; readonly to: string } {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone)
  const first = start.toPlainDate()
  const isMidnight = start.startOfDay().epochMilliseconds === start.epochMilliseconds
  const end = Temporal.Instant.from(to).toZonedDateTimeISO(timeZone).toPlainDate()
  return { from: (isMidnight ? first : first.add({ days: 1 })).toString(), to: end.toString() }
}

/**
 * Only of issues after enrolling: those of a wave follow the days on which people enroll. Weekdays that had more people to hear from
 * are divided by more; the weights add up to a hundred.
 */
function weekdaysOf(
  after: readonly Opened[],
  days: readonly string[],
  waves: readonly Wavely[],
  inPeriod: (index: number) => boolean,
): ArrivalsEstimate['weekdays'] {
  const enrolled = [0, 0, 0, 0, 0, 0, 0]
  for (const [index, day] of days.entries()) {
    const people = waves.reduce(
      (sum, { wave, enrolling }) =>
        day > wave.ends && inPeriod(index) ? sum + enrolling.reduce((all, one) => all + one, 0) : sum,
      0,
    )
    // The first day of a horizon is a Monday.
    enrolled[index % 7] = (enrolled[index % 7] ?? 0) + people
  }
  const rates = enrolled.map((people, index) => {
    const hits = after.filter(({ weekday }) => weekday === index + 1).length
    return people > 0 ? rateOf(hits, people) : { value: 0, low: 0, high: 0 }
  })
  const total = rates.reduce((sum, { value }) => sum + value, 0)
  return {
    observations: after.length,
    estimates: rates.map((rate) => scaled(rate, total > 0 ? 100 / total : 0)),
  }
}

function hoursOf(counted: readonly Opened[]): ArrivalsEstimate['hours'] {
  const estimates = Array.from({ length: 24 }, (_, hour) =>
    scaled(shareOf(counted.filter((one) => one.hour === hour).length, Math.max(1, counted.length)), 100),
  )
  return { observations: counted.length, estimates }
}
