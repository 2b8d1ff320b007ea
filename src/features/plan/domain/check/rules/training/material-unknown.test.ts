import { describeRule } from '../../testing/describe-rule.ts'
import { course, nth } from '../../testing/plan-parts.ts'
import { rule } from './material-unknown.ts'

const material = 'training.courses.0.agenda.0.material'

describeRule(rule, {
  faults: [
    [
      'a resource that is not listed',
      (p) => nth(course(p, 'tier-1').agenda, 0).material.push('nothing'),
      `${material}.1`,
      [material],
    ],
  ],
  sound: [['one that is', (p) => nth(course(p, 'tier-1').agenda, 0).material.push('community')]],
})
