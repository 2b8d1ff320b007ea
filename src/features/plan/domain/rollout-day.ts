import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from './document/support-plan.ts'
import { tierOf } from './lookup.ts'

/** The time zone in which a plan's days begin and end: that of the contact tier's support hours. */
export function zoneOf(plan: SupportPlan): string {
  const contact = tierOf(plan, plan.process.contactTier) ?? plan.teams.tiers[0]
  return plan.teams.supportHours.find(({ key }) => key === contact?.supportHours)?.timeZone ?? 'UTC'
}

/** The calendar day that a moment falls on where the contact tier is. */
export function dayAt(plan: SupportPlan, at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zoneOf(plan)).toPlainDate().toString()
}
