import type { Wave } from './document/involvement.ts'
import type { SupportPlan } from './document/support-plan.ts'
import type { Tier } from './document/teams.ts'
import type { Text } from './document/text.ts'
import { platforms } from './values.ts'
import { openMinutes, weekOf } from './check/week.ts'
import { addDays, dayNumber } from './days.ts'

/** A figure that the plan does not say and work depends on, with where it comes from. */
export type Assumption = { readonly value: number; readonly source: Text }

/** What the work of a rollout is reckoned from; the check goes by the defaults, the forecast lets people change them. */
export type Workload = {
  /** Devices that one user enrolls. */
  readonly devicesPerUser: Assumption
  /** Tickets that 100 enrollments on a platform bring. */
  readonly issuesPer100Enrollments: Readonly<Record<(typeof platforms)[number], Assumption>>
  /** Tickets per week of 100 devices that are enrolled already. */
  readonly issuesPer100DevicesPerWeek: Assumption
  /** Hands-on minutes a ticket takes in a tier; tiers above the last listed are like the last. */
  readonly workMinutes: readonly Assumption[]
  /** Share of a tier's tickets that it passes on to the next. */
  readonly passedOn: readonly Assumption[]
  /** Share of an agent's open hours that goes into tickets: the rest is breaks, meetings, training and other work. */
  readonly timeForTickets: Assumption
  /** How much busier the busiest week of a wave is than its average. */
  readonly peak: Assumption
}

const ours: Text = {
  nl: 'Onze aanname; vervang die door je eigen cijfers zodra je ze hebt.',
  en: 'Our assumption; replace it with your own figures once you have them.',
}
const assumed = (value: number): Assumption => ({ value, source: ours })

export const defaultWorkload: Workload = {
  devicesPerUser: assumed(1.5),
  issuesPer100Enrollments: {
    ios: assumed(8),
    android: assumed(10),
    windows: assumed(14),
    macos: assumed(12),
    linux: assumed(20),
  },
  issuesPer100DevicesPerWeek: assumed(0.5),
  workMinutes: [assumed(20), assumed(45), assumed(90)],
  passedOn: [assumed(0.35), assumed(0.3), assumed(0.1)],
  timeForTickets: assumed(0.6),
  peak: assumed(1.5),
}

/** A week of the rollout, and what it asks of one tier. */
export type TierWeek = {
  readonly level: number
  readonly tickets: number
  readonly workMinutes: number
  /** What its agents have for tickets that week. */
  readonly availableMinutes: number
  readonly agentsNeeded: number
}

/** Tickets that one device of this wave brings while it enrolls: the platforms' rates by their shares, or their mean. */
export function issuesPerEnrollment(wave: Wave, workload: Workload): number {
  const rate = (platform: (typeof platforms)[number]) => workload.issuesPer100Enrollments[platform].value / 100
  const whole = wave.platforms.reduce((sum, one) => sum + one.percent, 0)
  if (!(whole > 0)) return platforms.reduce((sum, one) => sum + rate(one), 0) / platforms.length
  return wave.platforms.reduce((sum, one) => sum + (rate(one.platform) * one.percent) / whole, 0)
}

/** Tickets that reach tier 1 in the seven days from `from`: of devices that enroll, and of those that are enrolled already. */
export function ticketsInWeek(plan: SupportPlan, from: string, workload: Workload): number {
  const first = dayNumber(from)
  return plan.involvement.phases
    .flatMap((phase) => phase.waves)
    .reduce((sum, wave) => {
      const [starts, ends] = [dayNumber(wave.starts), dayNumber(wave.ends) + 1]
      const days = Math.min(ends, first + 7) - Math.max(starts, first)
      const devices = wave.expectedUsers * workload.devicesPerUser.value
      const enrolling = ends > starts && days > 0 ? (devices * days) / (ends - starts) : 0
      const enrolled = ends <= first ? devices : 0
      const base = (enrolled * workload.issuesPer100DevicesPerWeek.value) / 100
      // A wave of a week or less has no week busier than its average.
      const peak = ends - starts > 7 ? workload.peak.value : 1
      return sum + enrolling * peak * issuesPerEnrollment(wave, workload) + base
    }, 0)
}

/** What a number of tickets that reach tier 1 in a week asks of each tier. */
export function workOfTiers(plan: SupportPlan, tickets: number, workload: Workload): readonly TierWeek[] {
  let reaching = tickets
  return plan.teams.tiers.map((tier, index) => {
    const workMinutes = reaching * (nthOrLast(workload.workMinutes, index)?.value ?? 0)
    const perAgent = openMinutesOf(plan, tier) * workload.timeForTickets.value
    const week: TierWeek = {
      level: tier.level,
      tickets: reaching,
      workMinutes,
      availableMinutes: perAgent * tier.capacity.agents,
      agentsNeeded: perAgent > 0 ? Math.ceil(workMinutes / perAgent) : 0,
    }
    reaching *= nthOrLast(workload.passedOn, index)?.value ?? 0
    return week
  })
}

export type BusyWeek = { readonly from: string; readonly tickets: number; readonly tiers: readonly TierWeek[] }

/** The week in which a wave, with all that runs beside it, asks most of support; null for a wave without usable dates. */
export function busiestWeek(plan: SupportPlan, wave: Wave, workload: Workload): BusyWeek | null {
  const weeks = Math.ceil((dayNumber(wave.ends) + 1 - dayNumber(wave.starts)) / 7)
  if (!(weeks > 0 && weeks <= 520)) return null
  const all = Array.from({ length: weeks }, (_, index) => {
    const from = addDays(wave.starts, 7 * index)
    return { from, tickets: ticketsInWeek(plan, from, workload) }
  })
  const busiest = all.reduce((most, week) => (week.tickets > most.tickets ? week : most))
  return { ...busiest, tiers: workOfTiers(plan, busiest.tickets, workload) }
}

/** Its support hours in a week; on call is for the few tickets that cannot wait. */
export function openMinutesOf(plan: SupportPlan, tier: Tier): number {
  const hours = plan.teams.supportHours.find((one) => one.key === tier.supportHours)
  return hours ? openMinutes(weekOf(hours).spans) : 0
}

function nthOrLast<T>(list: readonly T[], index: number): T | undefined {
  return list[index] ?? list.at(-1)
}
