import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours } from '#features/plan/domain/document/teams.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { addSupportDays } from '#features/plan/domain/support-hours.ts'
import type { Ticket } from './ticket.ts'

/** Hours in which requesters are spoken to: of the contact tier. */
export function contactHours(plan: SupportPlan): SupportHours {
  const tier = tierOf(plan, plan.process.contactTier)
  return hoursOf(plan, tier ? tier.supportHours : plan.process.targetHours)
}

/** When silence about an applied solution counts as agreement; null when no silence counts. */
export function quietPeriodOver(plan: SupportPlan, { quietSince }: Ticket): Instant | null {
  return quietSince === null ? null : addSupportDays(contactHours(plan), quietSince, plan.process.quietPeriodDays)
}
