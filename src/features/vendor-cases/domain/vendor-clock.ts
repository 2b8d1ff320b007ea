import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportHours } from '#features/plan/domain/document/teams.ts'
import { addSupportMinutes } from '#features/plan/domain/support-hours.ts'

export const caseStates = ['open', 'answered', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
export type Side = 'vendor' | 'us'

/** What of a case its clock looks at. */
export type Timed = {
  readonly state: CaseState
  readonly responseDueAt: Instant
  readonly respondedAt: Instant | null
  readonly nextBy: Side
  readonly nextAt: Instant | null
}

export type ClockState =
  | { readonly is: 'waiting'; readonly for: Side; readonly until: Instant | null }
  | { readonly is: 'late'; readonly who: Side; readonly since: Instant }
  | { readonly is: 'over' }

/**
 * Whose turn it is, and whether they are late. Until the vendor's first answer the plan's response time for the severity counts.
 */
export function clockOf(one: Timed, now: Instant): ClockState {
  if (one.state !== 'open') return { is: 'over' }
  const until = dueOf(one)
  if (until !== null && until <= now) return { is: 'late', who: one.nextBy, since: until }
  return { is: 'waiting', for: one.nextBy, until }
}

function dueOf({ respondedAt, responseDueAt, nextBy, nextAt }: Timed): Instant | null {
  if (nextBy === 'us' || respondedAt !== null) return nextAt
  return nextAt === null || responseDueAt < nextAt ? responseDueAt : nextAt
}

/** By when a case of this severity is answered, in the hours in which its time counts; null: around the clock. */
export function responseDue(openedAt: Instant, responseMinutes: number, hours: SupportHours | null): Instant {
  if (hours !== null) return addSupportMinutes(hours, openedAt, responseMinutes)
  return new Date(Date.parse(openedAt) + responseMinutes * 60_000).toISOString()
}
