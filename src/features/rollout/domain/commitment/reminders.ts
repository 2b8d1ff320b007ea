import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import { dayNumber } from '#features/plan/domain/days.ts'

export const reminderMarks = ['14', '7', '1', 'overdue'] as const
export type ReminderMark = (typeof reminderMarks)[number]

/** Reminders go out by day, where the contact tier is. */
export function isTimeToRemind(now: Instant, timeZone: string): boolean {
  const { hour } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  return hour >= 7 && hour < 18
}

/** Which reminder a commitment is at on a day: of those that were missed, only the latest makes sense. */
export function reminderOn(due: string, today: string): ReminderMark | null {
  const left = dayNumber(due) - dayNumber(today)
  if (Number.isNaN(left) || left > 14) return null
  if (left > 7) return '14'
  if (left > 1) return '7'
  return left >= 0 ? '1' : 'overdue'
}

type Concerned = { readonly ownerId: string | null; readonly leads: readonly string[] }

/**
 * Who is reminded: the owner; the day before and afterwards also the leads of the team. Where nobody owns it the leads hear from the
 * start, and where there is no lead either, whoever looks after the rollout.
 */
export function remindedOf(
  mark: ReminderMark,
  { ownerId, leads }: Concerned,
  keepers: readonly string[],
): readonly string[] {
  const alsoLeads = ownerId === null || mark === '1' || mark === 'overdue'
  const people = [...(ownerId === null ? [] : [ownerId]), ...(alsoLeads ? leads : [])]
  return [...new Set(people.length > 0 ? people : keepers)]
}
