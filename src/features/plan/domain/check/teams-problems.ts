import { Temporal } from 'temporal-polyfill'
import type { SupportPlan } from '../document/support-plan.ts'
import type { SupportHours } from '../document/teams.ts'
import { minuteOfDay } from '../support-calendar.ts'
import { nextOpening } from '../support-hours.ts'
import { keysTwice, type Place, type Finding, problem } from './finding.ts'

export function teamsProblems({ teams }: SupportPlan): Finding[] {
  return [
    ...keysTwice(teams.supportHours, ['teams', 'supportHours']),
    ...teams.supportHours.flatMap((hours, index) => hoursProblems(hours, ['teams', 'supportHours', index])),
    ...tierProblems(teams),
    ...vendorProblems(teams),
  ]
}

function tierProblems({ tiers, supportHours }: SupportPlan['teams']): Finding[] {
  const known = new Set(supportHours.map((hours) => hours.key))
  const order = tiers.every((tier, index) => tier.level === index + 1)
    ? []
    : [problem('tiers-not-contiguous', ['teams', 'tiers'], { levels: tiers.map((tier) => tier.level).join(', ') })]
  return [
    ...order,
    ...tiers.flatMap((tier, index) => [
      ...(known.has(tier.supportHours)
        ? []
        : [problem('hours-unknown', ['teams', 'tiers', index, 'supportHours'], { value: tier.supportHours })]),
      ...(tier.onCall && !known.has(tier.onCall.hours)
        ? [problem('hours-unknown', ['teams', 'tiers', index, 'onCall', 'hours'], { value: tier.onCall.hours })]
        : []),
    ]),
  ]
}

function vendorProblems({ tiers, vendor }: SupportPlan['teams']): Finding[] {
  if (!vendor) return []
  const teams = new Set(tiers.map((tier) => tier.team))
  const expected = tiers.length + 1
  return [
    ...(vendor.level === expected
      ? []
      : [problem('vendor-not-on-top', ['teams', 'vendor', 'level'], { level: vendor.level, expected })]),
    ...vendor.openers.flatMap((team, index) =>
      teams.has(team) ? [] : [problem('team-unknown', ['teams', 'vendor', 'openers', index], { value: team })],
    ),
    ...keysTwice(vendor.severities, ['teams', 'vendor', 'severities']),
  ]
}

function hoursProblems(hours: SupportHours, place: Place): Finding[] {
  if (!isTimeZone(hours.timeZone)) {
    return [problem('time-zone-unknown', [...place, 'timeZone'], { value: hours.timeZone })]
  }
  const shape = hours.weekly.flatMap((one, index) => {
    const at = [...place, 'weekly', index]
    if (minuteOfDay(one.from) >= minuteOfDay(one.to)) {
      return [problem('hours-backwards', at, { from: one.from, to: one.to })]
    }
    const overlaps = hours.weekly
      .slice(0, index)
      .some((other) => other.day === one.day && one.from < other.to && other.from < one.to)
    return overlaps ? [problem('hours-overlap', at, { from: one.from, to: one.to })] : []
  })
  return shape.length > 0 || everOpens(hours) ? shape : [problem('hours-never-open', [...place, 'weekly'])]
}

/** Looks three years ahead from the first closed day the plan names, so that the answer does not depend on today. */
function everOpens(hours: SupportHours): boolean {
  if (hours.weekly.length === 0) return false
  const days = [...hours.holidays.publicDays, ...hours.holidays.closed].map((holiday) => holiday.date)
  const from = days.toSorted()[0] ?? '2000-01-01'
  try {
    nextOpening(hours, `${from}T00:00:00.000Z`)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** An IANA name; a bare offset such as +01:00 knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Temporal.ZonedDateTime(0n, name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
