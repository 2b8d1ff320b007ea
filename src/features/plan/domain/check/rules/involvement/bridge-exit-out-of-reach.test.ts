import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-exit-out-of-reach.ts'

const threshold = 'involvement.bridges.0.exitWhen.0.threshold'

describeRule(rule, {
  faults: [
    ['more than all', (p) => (nth(bridge(p).exitWhen, 0).threshold = 120), threshold, [threshold]],
    [
      'a cause in no time',
      (p) =>
        Object.assign(nth(bridge(p).exitWhen, 0), {
          figure: 'hours-to-cause',
          comparison: 'at-most',
          threshold: 0,
        }),
      threshold,
    ],
    [
      'less than nothing open',
      (p) =>
        Object.assign(nth(bridge(p).exitWhen, 0), {
          figure: 'open-on-bridge',
          comparison: 'at-most',
          threshold: -1,
        }),
      threshold,
    ],
  ],
  sound: [
    ['all of them', (p) => (nth(bridge(p).exitWhen, 0).threshold = 100)],
    [
      'many hours',
      (p) =>
        Object.assign(nth(bridge(p).exitWhen, 0), {
          figure: 'hours-to-cause',
          comparison: 'at-most',
          threshold: 400,
        }),
    ],
  ],
})
