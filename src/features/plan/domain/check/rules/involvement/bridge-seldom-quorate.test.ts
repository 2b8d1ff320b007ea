import { describeRule } from '../../testing/describe-rule.ts'
import { bridge } from '../../testing/plan-parts.ts'
import { rule } from './bridge-seldom-quorate.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'once in three meetings',
      (p, desk) => (desk.meetings = { [bridge(p).key]: { held: 3, quorate: 1 } }),
      'involvement.bridges.0.quorum',
    ],
  ],
  sound: [
    ['every other time', (p, desk) => (desk.meetings = { [bridge(p).key]: { held: 4, quorate: 2 } })],
    ['only two meetings so far', (p, desk) => (desk.meetings = { [bridge(p).key]: { held: 2, quorate: 0 } })],
    ['another bridge', (_, desk) => (desk.meetings = { gone: { held: 9, quorate: 0 } })],
  ],
})
