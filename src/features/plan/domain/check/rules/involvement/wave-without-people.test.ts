import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-without-people.ts'

describeRule(rule, {
  faults: [
    ['no group', (p) => (wave(p, 'wave-1').groups = []), 'involvement.phases.1.waves.0.groups'],
    [
      'nobody expected',
      (p) => (wave(p, 'wave-1').expectedUsers = 0),
      'involvement.phases.1.waves.0.expectedUsers',
    ],
  ],
  sound: [['one user', (p) => (wave(p, 'wave-1').expectedUsers = 1)]],
})
