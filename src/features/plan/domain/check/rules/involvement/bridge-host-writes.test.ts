import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-host-writes.ts'

const scribe = 'involvement.bridges.0.scribe'

describeRule(rule, {
  faults: [['the same team, of whom one comes', (p) => (bridge(p).scribe = 'mdm-team'), scribe, [scribe]]],
  sound: [
    [
      'the same team, of whom two come',
      (p) => {
        bridge(p).scribe = 'mdm-team'
        nth(bridge(p).quorum, 2).people = 2
      },
    ],
    ['whoever takes it up', (p) => (bridge(p).scribe = null)],
    ['nobody named', (p) => Object.assign(bridge(p), { host: null, scribe: null })],
  ],
})
