import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './readiness-without-wave.ts'

describeRule(rule, {
  faults: [
    [
      'satisfaction before no wave',
      (p) => (readiness(p, 'satisfaction').waves = []),
      'involvement.readiness.7.waves',
      ['involvement.readiness'],
    ],
    [
      'all four targets before no wave',
      (p) => (readiness(p, 'target-attainment').waves = []),
      'involvement.readiness.6.waves',
      ['involvement.readiness'],
    ],
  ],
  sound: [['before one wave', (p) => (readiness(p, 'satisfaction').waves = ['wave-2'])]],
})
