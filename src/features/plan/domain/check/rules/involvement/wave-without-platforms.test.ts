import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-without-platforms.ts'

describeRule(rule, {
  faults: [
    ['nothing is said', (p) => (wave(p, 'wave-2').platforms = []), 'involvement.phases.2.waves.0.platforms'],
  ],
  sound: [['all are iPhones', (p) => (wave(p, 'wave-2').platforms = [{ platform: 'ios', percent: 100 }])]],
})
