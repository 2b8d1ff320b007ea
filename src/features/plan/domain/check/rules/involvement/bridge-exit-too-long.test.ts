import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth, phase } from '../../testing/plan-parts.ts'
import { rule } from './bridge-exit-too-long.ts'

const days = 'involvement.bridges.0.exitWhen.0.days'

describeRule(rule, {
  faults: [
    [
      'a month of a bridge of a week',
      (p) => {
        bridge(p).phases = ['pilot']
        Object.assign(phase(p, 'pilot'), { starts: '2026-11-30', ends: '2026-12-06' })
        nth(bridge(p).exitWhen, 0).days = 30
      },
      days,
      [days],
    ],
  ],
  sound: [
    [
      'as long as the bridge',
      (p) => {
        bridge(p).phases = ['pilot']
        Object.assign(phase(p, 'pilot'), { starts: '2026-11-30', ends: '2026-12-06' })
        nth(bridge(p).exitWhen, 0).days = 7
      },
    ],
    [
      'a phase without a beginning yet',
      (p) => {
        bridge(p).phases = ['pilot']
        phase(p, 'pilot').starts = ''
        nth(bridge(p).exitWhen, 0).days = 90
      },
    ],
  ],
})
