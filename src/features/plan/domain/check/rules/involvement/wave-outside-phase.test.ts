import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-outside-phase.ts'

describeRule(rule, {
  faults: [
    [
      'after it',
      (p) => (wave(p, 'pilot').ends = '2027-01-01'),
      'involvement.phases.0.waves.0',
      ['involvement.phases.0.ends'],
    ],
    [
      'before it',
      (p) => (wave(p, 'wave-2').starts = '2027-01-01'),
      'involvement.phases.2.waves.0',
      ['involvement.phases.2.starts'],
    ],
  ],
  sound: [['shorter than its phase', (p) => (wave(p, 'pilot').ends = '2026-12-04')]],
})
