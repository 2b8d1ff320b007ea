import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-exit-wrong-way.ts'

const comparison = 'involvement.bridges.0.exitWhen.0.comparison'

describeRule(rule, {
  faults: [
    [
      'at most so many solved',
      (p) => (nth(bridge(p).exitWhen, 0).comparison = 'at-most'),
      comparison,
      [comparison],
    ],
    [
      'at least so long to the cause',
      (p) => (nth(bridge(p).exitWhen, 0).figure = 'hours-to-cause'),
      comparison,
      [comparison],
    ],
  ],
  sound: [
    [
      'at most so many open',
      (p) => Object.assign(nth(bridge(p).exitWhen, 0), { figure: 'open-on-bridge', comparison: 'at-most' }),
    ],
    ['at least so many cleared', (p) => (nth(bridge(p).exitWhen, 0).figure = 'cleared-on-bridge')],
  ],
})
