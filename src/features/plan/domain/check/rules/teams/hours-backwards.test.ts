import { describeRule } from '../../testing/describe-rule.ts'
import { hours, nth } from '../../testing/plan-parts.ts'
import { rule } from './hours-backwards.ts'

describeRule(rule, {
  faults: [
    [
      'ends before it begins',
      (p) => (nth(hours(p, 'office-hours').weekly, 0).to = '07:00'),
      'teams.supportHours.0.weekly.0',
    ],
    [
      'takes no time',
      (p) => (nth(hours(p, 'office-hours').weekly, 0).to = '08:00'),
      'teams.supportHours.0.weekly.0',
    ],
  ],
  sound: [['until midnight', (p) => (nth(hours(p, 'office-hours').weekly, 0).to = '24:00')]],
})
