import { describeRule } from '../../testing/describe-rule.ts'
import { edge, evidence } from '../../testing/plan-parts.ts'
import { rule } from './evidence-unfillable.ts'

const filledBy = 'process.edges.0.evidence.2.filledBy'

describeRule(rule, {
  faults: [
    [
      'a screenshot out of codes in the text',
      (p) => (evidence(p, 1, 'screenshot').filledBy = 'codes-in-text'),
      filledBy,
      [filledBy],
    ],
    [
      'a device snapshot that a person would have to type',
      (p) => {
        const item = evidence(p, 1, 'device-snapshot')
        edge(p, 1).evidence = [{ ...item, required: true, filledBy: null }]
      },
      'process.edges.0.evidence.0.filledBy',
      ['process.edges.0.evidence.0.filledBy'],
    ],
  ],
  sound: [
    ['a text out of codes in the text', (p) => (evidence(p, 1, 'error-text').filledBy = 'codes-in-text')],
    ['a device snapshot that may be left out', (p) => (evidence(p, 1, 'device-snapshot').filledBy = null)],
  ],
})
