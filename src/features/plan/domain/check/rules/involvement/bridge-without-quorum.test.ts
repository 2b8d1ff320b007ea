import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-without-quorum.ts'

const quorum = 'involvement.bridges.0.quorum'

describeRule(rule, {
  faults: [
    ['tier 3 is left out', (p) => bridge(p).quorum.pop(), quorum, [quorum]],
    ['nobody of tier 2 is needed', (p) => (nth(bridge(p).quorum, 1).people = 0), quorum, [quorum]],
  ],
  sound: [['two of tier 2', (p) => (nth(bridge(p).quorum, 1).people = 2)]],
})
