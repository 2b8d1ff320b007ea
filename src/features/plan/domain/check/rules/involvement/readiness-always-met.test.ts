import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './readiness-always-met.ts'

const threshold = (index: number) => `involvement.readiness.${index}.threshold`

describeRule(rule, {
  faults: [
    [
      'a share instead of a percentage',
      (p) => (readiness(p, 'target-attainment').threshold = 0.85),
      threshold(6),
      [threshold(6)],
    ],
    ['a satisfaction of one out of five', (p) => (readiness(p, 'satisfaction').threshold = 1), threshold(7)],
    ['no certified agent', (p) => (readiness(p, 'certified-agents').threshold = 0), threshold(0)],
  ],
  sound: [
    ['one certified agent', (p) => (readiness(p, 'certified-agents').threshold = 1)],
    ['two per cent', (p) => (readiness(p, 'solved-at-tier-1').threshold = 2)],
    ['no open tickets', (p) => (readiness(p, 'open-tickets-previous-wave').threshold = 0)],
  ],
})
