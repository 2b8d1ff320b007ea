import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, phase } from '../../testing/plan-parts.ts'
import { rule } from './bridge-never-meets.ts'

describeRule(rule, {
  faults: [
    [
      'a pilot of three days, and a bridge on Friday',
      (p) => {
        phase(p, 'pilot').ends = '2026-12-02'
        bridge(p).weekly = [{ day: 5, at: '10:00' }]
      },
      'involvement.bridges.0.phases.0',
    ],
    [
      'a phase of a day, and a bridge on every other',
      (p) => {
        phase(p, 'first-production').ends = '2026-12-14'
        bridge(p).weekly = bridge(p).weekly.filter(({ day }) => day !== 1)
      },
      'involvement.bridges.0.phases.1',
    ],
  ],
  sound: [
    [
      'a pilot that ends on the day of its bridge',
      (p) => {
        phase(p, 'pilot').ends = '2026-12-04'
        bridge(p).weekly = [{ day: 5, at: '10:00' }]
      },
    ],
    ['once a week in weeks', (p) => (bridge(p).weekly = [{ day: 5, at: '10:00' }])],
  ],
})
