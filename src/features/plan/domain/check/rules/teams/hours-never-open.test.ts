import type { SupportHours } from '../../../document/teams.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { hours } from '../../testing/plan-parts.ts'
import { rule } from './hours-never-open.ts'

describeRule(rule, {
  faults: [
    ['no hours at all', (p) => (hours(p, 'office-hours').weekly = []), 'teams.supportHours.0.weekly'],
    [
      'closed on each of its days for three years',
      (p) => closeThursdays(hours(p, 'office-hours'), 170),
      'teams.supportHours.0.weekly',
    ],
  ],
  sound: [['open again after two years', (p) => closeThursdays(hours(p, 'office-hours'), 104)]],
})

function closeThursdays(hours: SupportHours, weeks: number): void {
  hours.weekly = [{ day: 4, from: '00:00', to: '24:00' }]
  hours.holidays.closed = Array.from({ length: weeks }, (_, week) => ({
    date: new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10),
    name: { nl: 'Dicht', en: 'Closed' },
  }))
}
