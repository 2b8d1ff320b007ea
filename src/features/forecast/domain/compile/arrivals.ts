import { Temporal } from 'temporal-polyfill'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { openIntervals } from '#features/plan/domain/support-hours.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import type { Arrivals } from '../engine/model.ts'
import { type Horizon, instantAt, minuteOfDay } from './horizon.ts'

/** When tickets come in: constant, or by the waves' enrollments and the people who have enrolled, in the shape of a day and a week. */
export function arrivalsOf(plan: SupportPlan, { arrivals }: Assumptions, horizon: Horizon): Arrivals {
  if (arrivals.perHour !== null)
    return { until: Float64Array.of(Infinity), perMinute: Float64Array.of(arrivals.perHour / 60) }
  const daily = issuesPerDay(plan, arrivals, horizon)
  const dayShape = shares(arrivals.hours)
  const until: number[] = []
  const perMinute: number[] = []
  const starts = daysOf(horizon).map((day) => minuteOfDay(horizon, day))
  for (const [index, issues] of daily.entries()) {
    const from = starts[index] as number
    const to = starts[index + 1] as number
    // A day of 23 or 25 hours has its shape stretched over it.
    const hour = (to - from) / dayShape.length
    for (const [at, share] of dayShape.entries()) {
      const rate = (issues * share) / hour
      const end = from + (at + 1) * hour
      // Hours alike are one stretch: fewer steps for each of the replications.
      if (perMinute.at(-1) === rate) until[until.length - 1] = end
      else {
        until.push(end)
        perMinute.push(rate)
      }
    }
  }
  until.push(Infinity)
  perMinute.push(0)
  return { until: Float64Array.from(until), perMinute: Float64Array.from(perMinute) }
}

/** Expected issues on each day of the horizon. */
export function issuesPerDay(plan: SupportPlan, arrivals: Assumptions['arrivals'], horizon: Horizon): number[] {
  const days = daysOf(horizon).slice(0, -1)
  const open = openDays(plan, horizon)
  const weekShape = shares(arrivals.weekdays)
  const enrolling = new Float64Array(days.length)
  const issues = new Float64Array(days.length)
  for (const wave of plan.involvement.phases.flatMap((phase) => phase.waves)) {
    const own = days.flatMap((day, index) => (wave.starts <= day && day <= wave.ends ? [index] : []))
    const working = own.filter((index) => open.has(days[index] as string))
    const spread = working.length > 0 ? working : own
    for (const index of spread) {
      enrolling[index] = (enrolling[index] as number) + wave.expectedUsers / spread.length
      issues[index] =
        (issues[index] as number) + (wave.expectedUsers / spread.length) * issuesPerUser(wave, arrivals)
    }
  }
  let enrolled = 0
  return days.map((_, index) => {
    const share = weekShape[index % 7] as number
    const base = (enrolled / 1000) * arrivals.issuesPer1000UsersPerWeek * share
    enrolled += enrolling[index] as number
    return (issues[index] as number) + base
  })
}

function issuesPerUser({ platforms }: Wave, arrivals: Assumptions['arrivals']): number {
  const rates = arrivals.issuesPer100Enrollments
  const listed = platforms.reduce(
    (sum, { platform, percent }) => sum + (percent / 100) * (rates[platform] / 100),
    0,
  )
  const all = Object.values(rates)
  const average = all.reduce((sum, rate) => sum + rate, 0) / all.length / 100
  return arrivals.enrollmentsPerUser * (platforms.length > 0 ? listed : average)
}

/** People enroll on days on which the contact tier is open. */
function openDays(plan: SupportPlan, horizon: Horizon): ReadonlySet<string> {
  const contact = tierOf(plan, plan.process.contactTier)
  if (!contact) return new Set()
  const hours = hoursOf(plan, contact.supportHours)
  const spans = openIntervals(hours, instantAt(horizon, 0), instantAt(horizon, horizon.days * 24 * 60))
  return new Set(
    spans.map(({ from }) =>
      Temporal.Instant.from(from).toZonedDateTimeISO(horizon.timeZone).toPlainDate().toString(),
    ),
  )
}

/** The days of the horizon, and the one after. The first is a Monday. */
function daysOf({ firstDay, days }: Horizon): string[] {
  const first = Temporal.PlainDate.from(firstDay)
  return Array.from({ length: days + 1 }, (_, index) => first.add({ days: index }).toString())
}

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length))
}
