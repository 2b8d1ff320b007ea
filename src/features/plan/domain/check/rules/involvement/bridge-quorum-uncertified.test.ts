import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-quorum-uncertified.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'four of five members, of whom three may work',
      (p) => (nth(bridge(p).quorum, 0).people = 4),
      'involvement.bridges.0.quorum.0.people',
    ],
  ],
  sound: [
    ['as many as may work', (p) => (nth(bridge(p).quorum, 0).people = 3)],
    ['more than there are members', (p) => (nth(bridge(p).quorum, 0).people = 6)],
    [
      'nobody is trained yet',
      (p, desk) => {
        nth(bridge(p).quorum, 0).people = 4
        desk.certified = []
      },
    ],
  ],
})
