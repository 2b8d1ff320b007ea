import type { SupportHours } from '../../../document/teams.ts'
import { addDays, dayNumber, weekdayOf } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

const daysAhead = 3 * 365

/** Looks three years ahead from the first closed day the plan names, so that the answer does not depend on today. */
export const rule: Rule = {
  code: 'hours-never-open',
  severity: 'error',
  find: ({ teams }) =>
    each(teams.supportHours, ['teams', 'supportHours'], (hours, place) =>
      everOpens(hours) ? [] : [spot([...place, 'weekly'])],
    ),
}

function everOpens({ weekly, holidays }: SupportHours): boolean {
  const weekdays = new Set(weekly.map(({ day }) => day))
  if (weekdays.size === 0) return false
  const open = new Set(holidays.open)
  const closed = new Set([
    ...holidays.publicDays.map(({ date }) => date).filter((date) => !open.has(date)),
    ...holidays.closed.map(({ date }) => date),
  ])
  const first = [...closed].toSorted()[0] ?? '2000-01-01'
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = addDays(first, ahead)
    if (weekdays.has(weekdayOf(day)) && !closed.has(day)) return true
  }
  return Number.isNaN(dayNumber(first))
}
