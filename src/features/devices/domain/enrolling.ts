import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'

const fortnightMs = 14 * 86_400_000

/** Groups of the waves that have begun, and not ended long ago: who enrolls now. */
export function groupsEnrolling(plan: SupportPlan, now: Instant): readonly string[] {
  const today = dayAt(plan, now)
  const fortnightAgo = dayAt(plan, new Date(Date.parse(now) - fortnightMs).toISOString())
  const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
  return waves.flatMap(({ starts, ends, groups }) => (starts <= today && ends >= fortnightAgo ? groups : []))
}
