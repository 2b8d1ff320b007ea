import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './edge-twice.ts'

describeRule(rule, {
  faults: [
    ['from tier 1 to tier 2', (p) => p.process.edges.push({ from: 1, to: 2, evidence: [] }), 'process.edges.3'],
  ],
  sound: [['in another order', (p) => p.process.edges.reverse()]],
})
