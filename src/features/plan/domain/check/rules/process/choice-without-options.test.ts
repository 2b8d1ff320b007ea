import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import { rule } from './choice-without-options.ts'

describeRule(rule, {
  faults: [
    [
      'nothing to choose from',
      (p) => (evidence(p, 1, 'ownership').options = []),
      'process.edges.0.evidence.5.options',
    ],
  ],
  sound: [['a text needs none', (p) => (evidence(p, 1, 'error-text').options = [])]],
})
