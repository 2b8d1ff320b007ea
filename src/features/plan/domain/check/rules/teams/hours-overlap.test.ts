import { describeRule } from '../../testing/describe-rule.ts'
import { hours } from '../../testing/plan-parts.ts'
import { rule } from './hours-overlap.ts'

describeRule(rule, {
  faults: [
    [
      'on one day',
      (p) => hours(p, 'office-hours').weekly.push({ day: 1, from: '17:00', to: '18:00' }),
      'teams.supportHours.0.weekly.5',
    ],
  ],
  sound: [
    [
      'one begins where the other ends',
      (p) => hours(p, 'office-hours').weekly.push({ day: 1, from: '17:30', to: '18:00' }),
    ],
    ['on another day', (p) => hours(p, 'office-hours').weekly.push({ day: 6, from: '17:00', to: '18:00' })],
  ],
})
