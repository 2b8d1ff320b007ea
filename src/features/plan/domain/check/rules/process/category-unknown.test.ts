import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import { rule } from './category-unknown.ts'

const applies = 'process.edges.0.evidence.0.appliesTo.categories'

describeRule(rule, {
  faults: [
    [
      'one of several',
      (p) => evidence(p, 1, 'error-text').appliesTo.categories.push('nothing'),
      `${applies}.6`,
      [applies],
    ],
    ['the only one', (p) => (evidence(p, 1, 'error-text').appliesTo.categories = ['nothing']), `${applies}.0`],
  ],
  sound: [['every category', (p) => (evidence(p, 1, 'error-text').appliesTo.categories = [])]],
})
