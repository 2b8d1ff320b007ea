import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './readiness-wrong-way.ts'

const comparison = (index: number) => `involvement.readiness.${index}.comparison`

describeRule(rule, {
  faults: [
    [
      'at least twenty open tickets',
      (p) => (readiness(p, 'open-tickets-previous-wave').comparison = 'at-least'),
      comparison(4),
      [comparison(4)],
    ],
    [
      'at most 85 % of the targets',
      (p) => (readiness(p, 'target-attainment').comparison = 'at-most'),
      comparison(6),
      [comparison(6)],
    ],
  ],
  sound: [['no open tickets at all', (p) => (readiness(p, 'open-tickets-previous-wave').threshold = 0)]],
})
