import { describeRule } from '../../testing/describe-rule.ts'
import { edge } from '../../testing/plan-parts.ts'
import { rule } from './edge-not-neighbours.ts'

describeRule(rule, {
  faults: [
    [
      'a leap',
      (p) => p.process.edges.push({ from: 1, to: 3, evidence: [] }),
      'process.edges.3',
      ['process.edges'],
    ],
    [
      'downwards',
      (p) => p.process.edges.push({ from: 3, to: 2, evidence: [] }),
      'process.edges.3',
      ['process.edges'],
    ],
    ['a way up with evidence that turned into a leap', (p) => (edge(p, 1).to = 3), 'process.edges.0'],
  ],
  sound: [['a leap by a fast lane', (p) => p.process.fastLanes.push({ priority: 2, from: 1, to: 3 })]],
})
