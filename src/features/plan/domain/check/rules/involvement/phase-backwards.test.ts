import { describeRule } from '../../testing/describe-rule.ts'
import { phase } from '../../testing/plan-parts.ts'
import { rule } from './phase-backwards.ts'

const both = ['involvement.phases.0.starts', 'involvement.phases.0.ends']

describeRule(rule, {
  faults: [
    ['it ends before it begins', (p) => (phase(p, 'pilot').ends = '2026-01-01'), 'involvement.phases.0', both],
  ],
  sound: [
    ['a day that is still to be written', (p) => (phase(p, 'pilot').ends = '')],
    ['it takes one day', (p) => (phase(p, 'pilot').ends = '2026-11-30')],
  ],
})
