import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-twice.ts'

describeRule(rule, {
  faults: [['in two phases', (p) => (wave(p, 'wave-1').key = 'pilot'), 'involvement.phases.1.waves.0.key']],
  sound: [['another key', (p) => (wave(p, 'wave-1').key = 'head-office')]],
})
