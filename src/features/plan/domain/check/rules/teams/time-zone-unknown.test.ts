import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, hours } from '../../testing/plan-parts.ts'
import { rule } from './time-zone-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'a place that sank',
      (p) => (hours(p, 'office-hours').timeZone = 'Europe/Atlantis'),
      'teams.supportHours.0.timeZone',
    ],
    [
      'an offset, which knows no summer time',
      (p) => (hours(p, 'office-hours').timeZone = '+01:00'),
      'teams.supportHours.0.timeZone',
    ],
    ['of a bridge', (p) => (bridge(p).timeZone = 'nowhere'), 'involvement.bridges.0.timeZone'],
  ],
  sound: [['another place', (p) => (hours(p, 'office-hours').timeZone = 'Asia/Kolkata')]],
})
