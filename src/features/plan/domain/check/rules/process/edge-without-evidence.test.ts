import { describeRule } from '../../testing/describe-rule.ts'
import { edge } from '../../testing/plan-parts.ts'
import { rule } from './edge-without-evidence.ts'

describeRule(rule, {
  faults: [
    ['nothing is asked', (p) => (edge(p, 2).evidence = []), 'process.edges.1.evidence'],
    [
      'nothing is required',
      (p) => edge(p, 2).evidence.forEach((item) => (item.required = false)),
      'process.edges.1.evidence',
    ],
  ],
  sound: [['one thing is', (p) => edge(p, 2).evidence.splice(1)]],
})
