import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './wave-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'of a readiness figure',
      (p) => readiness(p, 'certified-agents').waves.push('nothing'),
      'involvement.readiness.0.waves.3',
      ['involvement.readiness.0.waves'],
    ],
  ],
  sound: [['a wave that is there', (p) => readiness(p, 'certified-agents').waves.push('pilot')]],
})
