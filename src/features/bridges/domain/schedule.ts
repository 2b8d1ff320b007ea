import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import { addDays, weekdayOf } from '#features/plan/domain/days.ts'
import type { Bridge } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { openIntervals } from '#features/plan/domain/support-hours.ts'

/** A meeting of a standing bridge as the plan has it: the nth of its day. */
export type Occurrence = {
  readonly bridge: string
  readonly day: string
  readonly number: number
  readonly startsAt: Instant
}

/** First and last calendar day. */
export type Stretch = { readonly from: string; readonly until: string }

/**
 * When a bridge of the plan meets, on the days of its phases within these days, in its own time zone. A time that does not exist on
 * the day the clock goes forward is moved on by the gap; one that comes twice is the first. On a holiday
 * of all tiers that it needs it does not meet.
 */
export function occurrencesOf(plan: SupportPlan, bridge: Bridge, within: Stretch): readonly Occurrence[] {
  return stretchesOf(plan, bridge)
    .flatMap((stretch) => daysBetween(later(stretch.from, within.from), earlier(stretch.until, within.until)))
    .flatMap((day) =>
      timesOn(bridge, day).map((at, index) => ({
        bridge: bridge.key,
        day,
        number: index + 1,
        startsAt: momentOf(day, at, bridge.timeZone),
      })),
    )
    .filter(({ day }) => isSomebodyIn(plan, bridge, day))
}

/** The days of its phases, in order and apart: phases that touch or overlap are one stretch. */
export function stretchesOf(plan: SupportPlan, bridge: Bridge): readonly Stretch[] {
  const own = plan.involvement.phases
    .filter((phase) => bridge.phases.includes(phase.key) && phase.starts <= phase.ends)
    .map((phase) => ({ from: phase.starts, until: phase.ends }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const apart: Stretch[] = []
  for (const stretch of own) {
    const last = apart.at(-1)
    if (last && stretch.from <= addDays(last.until, 1))
      apart[apart.length - 1] = { from: last.from, until: later(last.until, stretch.until) }
    else apart.push(stretch)
  }
  return apart
}

export function momentOf(day: string, at: string, timeZone: string): Instant {
  const time = Temporal.PlainTime.from(at === '24:00' ? '00:00' : at)
  const date = Temporal.PlainDate.from(day).add({ days: at === '24:00' ? 1 : 0 })
  const zoned = date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  return new Date(zoned.epochMilliseconds).toISOString()
}

/** The calendar day that a moment falls on in a time zone. */
export function dayOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

export function endOf(meeting: { readonly startsAt: Instant; readonly plannedMinutes: number }): Instant {
  return plusMinutes(meeting.startsAt, meeting.plannedMinutes)
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

/** Different times of a day, the earliest first. */
function timesOn(bridge: Bridge, day: string): readonly string[] {
  const weekday = weekdayOf(day)
  return [...new Set(bridge.weekly.filter((one) => one.day === weekday).map((one) => one.at))].toSorted()
}

/** False on a holiday of every tier it needs that is in on that day of the week otherwise; a plan may mean a Sunday. */
function isSomebodyIn(plan: SupportPlan, bridge: Bridge, day: string): boolean {
  const needed = bridge.quorum.filter(({ people }) => people > 0).flatMap(({ tier }) => tierOf(plan, tier) ?? [])
  const weekday = weekdayOf(day)
  const hours = (needed.length > 0 ? needed : plan.teams.tiers)
    .map((tier) => hoursOf(plan, tier.supportHours))
    .filter(({ weekly }) => weekly.some((one) => one.day === weekday))
  const [begins, ends] = [momentOf(day, '00:00', bridge.timeZone), momentOf(day, '24:00', bridge.timeZone)]
  return hours.length === 0 || hours.some((one) => openIntervals(one, begins, ends).length > 0)
}

function daysBetween(from: string, until: string): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)
