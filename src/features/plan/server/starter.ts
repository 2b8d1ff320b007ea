import type { Instant } from '#features/people/domain/instant.ts'
import { addDays, weekdayOf } from '../domain/days.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import { starterPlan } from '../domain/starter/starter-plan.ts'
import { publicDaysAhead } from './public-holidays.ts'

export type StarterFor = {
  /** The person or team that answers for the plan. */
  readonly owner: string
  readonly timeZone: string
  /** Whose public holidays it has, as ISO 3166 writes it; the Netherlands when left out, none when null. */
  readonly country?: string | null
  /** First day of the pilot; without it, the Monday after two weeks. */
  readonly startDay?: string
}

/** The starter plan for this place, as it would begin now. */
export async function starterFor(
  { owner, timeZone, country = 'NL', startDay }: StarterFor,
  now: Instant,
): Promise<SupportPlan> {
  return starterPlan({
    startDay: startDay ?? mondayAfterTwoWeeks(now),
    owner,
    timeZone,
    country,
    publicDays: country === null ? [] : await publicDaysAhead(country, now),
  })
}

function mondayAfterTwoWeeks(now: Instant): string {
  const today = now.slice(0, 10)
  return addDays(today, 14 + ((8 - weekdayOf(today)) % 7))
}
