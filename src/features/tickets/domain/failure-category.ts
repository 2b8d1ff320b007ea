import type { DeviceContext } from '#features/devices/domain/context.ts'
import { areasOf } from './category-areas.ts'
import type { Ticket } from './ticket.ts'

/** Failed enrollments before this are another story. */
export const failuresSinceDays = 14

type About = Pick<Ticket, 'category' | 'platform' | 'openedAt'>
type Failures = { readonly enrollmentFailures: Pick<DeviceContext['enrollmentFailures'], 'value'> }

/** What Intune calls the failed enrollment that a ticket is about; null where it is about something else, or none is known. */
export function failureCategoryOf(
  { category, platform, openedAt }: About,
  context: Failures | null,
): string | null {
  if (!areasOf(category).includes('enrollment')) return null
  const since = Date.parse(openedAt) - failuresSinceDays * 86_400_000
  const latest = (context?.enrollmentFailures.value ?? []).find(
    (failure) =>
      (failure.at === null || Date.parse(failure.at) >= since) &&
      (platform === null || failure.platform === null || failure.platform === platform),
  )
  return latest === undefined || latest.category === 'unknown' ? null : latest.category
}
