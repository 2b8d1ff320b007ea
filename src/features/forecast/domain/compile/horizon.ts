import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import type { Window } from '../engine/model.ts'

const day = 24 * 60
const week = 7 * day
const weeks = 52

/** The stretch of time that a forecast plays: minute 0 is midnight at the start of `firstDay` where the contact tier is. */
export type Horizon = {
  readonly timeZone: string
  readonly firstDay: string
  /** The moment of minute 0, in milliseconds since the epoch. */
  readonly begins: number
  /** Days to lay out: the window, and as long again where what came in is followed to its end. */
  readonly days: number
  readonly window: Window
}

/** A year from the Monday before the first phase (a plan without phases: from `today`), or the hours that the assumptions name. */
export function horizonOf(plan: SupportPlan, assumptions: Assumptions, today: string): Horizon {
  const contact = tierOf(plan, plan.process.contactTier) ?? plan.teams.tiers[0]
  const timeZone = contact ? hoursOf(plan, contact.supportHours).timeZone : 'UTC'
  const first = plan.involvement.phases.map((phase) => phase.starts).toSorted()[0] ?? today
  const date = Temporal.PlainDate.from(first)
  const firstDay = date.subtract({ days: date.dayOfWeek - 1 })
  const begins = firstDay.toZonedDateTime(timeZone).epochMilliseconds
  const window = windowOf(assumptions)
  const days = Math.ceil((window.drain ? 2 * window.to : window.to) / (24 * 60)) + 1
  return { timeZone, firstDay: firstDay.toString(), begins, days, window }
}

/** Constant arrivals, when no horizon is named. */
const steady = { hours: 5000, warmUpHours: 200 }

function windowOf({ horizon, arrivals }: Assumptions): Window {
  const named = horizon ?? (arrivals.perHour === null ? null : steady)
  if (!named) return { from: 0, to: weeks * week, drain: false, stretch: day }
  const from = named.warmUpHours * 60
  return { from, to: from + named.hours * 60, drain: true, stretch: day }
}

export function instantAt({ begins }: Horizon, minute: number): Instant {
  return new Date(begins + minute * 60_000).toISOString()
}

/** The minute at which a calendar day begins where the contact tier is. */
export function minuteOfDay({ begins, timeZone }: Horizon, day: string): number {
  return (Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds - begins) / 60_000
}

/** The day that a minute falls on. */
export function dayAt({ begins, timeZone }: Horizon, minute: number): string {
  return Temporal.Instant.fromEpochMilliseconds(begins + Math.round(minute * 60_000))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
