import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './readiness-out-of-reach.ts'

const threshold = (index: number) => `involvement.readiness.${index}.threshold`

describeRule(rule, {
  faults: [
    [
      'more than everything',
      (p) => (readiness(p, 'commitments-met').threshold = 110),
      threshold(3),
      [threshold(3)],
    ],
    ['eight out of five', (p) => (readiness(p, 'satisfaction').threshold = 8), threshold(7), [threshold(7)]],
    [
      'five agents of a tier of four',
      (p) => (readiness(p, 'certified-agents').threshold = 5),
      threshold(0),
      [threshold(0)],
    ],
  ],
  sound: [['all four agents', (p) => (readiness(p, 'certified-agents').threshold = 4)]],
})
describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'six agents of a team of five',
      (p) => (readiness(p, 'certified-agents').threshold = 6),
      threshold(0),
      [threshold(0)],
    ],
  ],
  sound: [['five of five', (p) => (readiness(p, 'certified-agents').threshold = 5)]],
})
