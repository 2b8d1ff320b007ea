import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-exit-always-met.ts'

const threshold = 'involvement.bridges.0.exitWhen.0.threshold'

describeRule(rule, {
  faults: [
    ['a share as a fraction', (p) => (nth(bridge(p).exitWhen, 0).threshold = 0.6), threshold, [threshold]],
    ['no share at all', (p) => (nth(bridge(p).exitWhen, 0).threshold = 0), threshold],
    [
      'at most all of them',
      (p) => Object.assign(nth(bridge(p).exitWhen, 0), { comparison: 'at-most', threshold: 100 }),
      threshold,
    ],
    [
      'at least no hours',
      (p) =>
        Object.assign(nth(bridge(p).exitWhen, 0), {
          figure: 'hours-to-cause',
          comparison: 'at-least',
          threshold: 0,
        }),
      threshold,
    ],
  ],
  sound: [
    ['a share of two per cent', (p) => (nth(bridge(p).exitWhen, 0).threshold = 2)],
    ['a bridge that people judge', (p) => (bridge(p).exitWhen = [])],
    [
      'nothing open',
      (p) =>
        Object.assign(nth(bridge(p).exitWhen, 0), {
          figure: 'open-on-bridge',
          comparison: 'at-most',
          threshold: 0,
        }),
    ],
  ],
})
