import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-backwards.ts'

const both = ['involvement.phases.0.waves.0.starts', 'involvement.phases.0.waves.0.ends']

describeRule(rule, {
  faults: [
    [
      'it ends before it begins',
      (p) => (wave(p, 'pilot').ends = '2026-01-01'),
      'involvement.phases.0.waves.0',
      both,
    ],
  ],
  sound: [
    ['a day that is still to be written', (p) => (wave(p, 'pilot').ends = '')],
    ['it takes one day', (p) => (wave(p, 'pilot').ends = '2026-11-30')],
  ],
})
