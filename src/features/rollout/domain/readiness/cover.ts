import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { zoneOf } from '#features/plan/domain/rollout-day.ts'
import { openIntervals, type OpenInterval } from '#features/plan/domain/support-hours.ts'
import { startOfDay } from '#features/people/domain/day.ts'

/** Somebody of a tier's team who may work in it, and when. */
export type CertifiedMember = {
  readonly id: string
  readonly from: Instant
  readonly until: Instant | null
  readonly away: readonly { readonly from: Instant; readonly until: Instant }[]
}

export type TierCover = {
  /** Stretches in which support is open: the shifts of the tier, since nobody has hours of their own. */
  readonly shifts: number
  /** In which at least one certified member is there from beginning to end. */
  readonly covered: number
  readonly gaps: readonly OpenInterval[]
  /** Certified members who are there, in the shift with the fewest. */
  readonly fewest: number | null
}

/** So many days of a wave are looked at: the first weeks are the busiest, and later absences are not planned yet. */
const lookedAhead = 14

/** The first and last moment of the part of a wave whose shifts are looked at. */
export function coverPeriod(
  plan: SupportPlan,
  wave: { readonly starts: string; readonly ends: string },
): { readonly from: Instant; readonly until: Instant } {
  const zone = zoneOf(plan)
  const last = addDays(wave.starts, lookedAhead - 1)
  return { from: startOfDay(wave.starts, zone), until: startOfDay(wave.ends < last ? wave.ends : last, zone, 1) }
}

/** How the shifts of a tier are covered in a period. */
export function tierCover(
  plan: SupportPlan,
  level: number,
  members: readonly CertifiedMember[],
  period: { readonly from: Instant; readonly until: Instant },
): TierCover {
  const key = plan.teams.tiers.find((tier) => tier.level === level)?.supportHours
  const hours = plan.teams.supportHours.find((one) => one.key === key)
  const shifts = hours ? openIntervals(hours, period.from, period.until) : []
  const present = shifts.map((shift) => members.filter((member) => isThere(member, shift)).length)
  return {
    shifts: shifts.length,
    covered: present.filter((people) => people > 0).length,
    gaps: shifts.filter((_, index) => present[index] === 0),
    fewest: shifts.length === 0 ? null : Math.min(...present),
  }
}

/** From beginning to end: whoever is away for an hour does not cover the shift alone. */
function isThere({ from, until, away }: CertifiedMember, shift: OpenInterval): boolean {
  const certified = from <= shift.from && (until === null || until >= shift.to)
  return certified && away.every((one) => one.until <= shift.from || one.from >= shift.to)
}
