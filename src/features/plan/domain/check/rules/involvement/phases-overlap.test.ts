import { describeRule } from '../../testing/describe-rule.ts'
import { phase } from '../../testing/plan-parts.ts'
import { rule } from './phases-overlap.ts'

describeRule(rule, {
  faults: [
    [
      'the second begins on the last day of the pilot',
      (p) => (phase(p, 'first-production').starts = '2026-12-13'),
      'involvement.phases.1.starts',
    ],
  ],
  sound: [['a day between', (p) => (phase(p, 'first-production').starts = '2026-12-15')]],
})
