import { describeRule } from '../../testing/describe-rule.ts'
import { nth } from '../../testing/plan-parts.ts'
import { rule } from './course-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'in a step of the lineage',
      (p) => (nth(p.training.lineage.steps, 0).course = 'nothing'),
      'training.lineage.steps.0.course',
    ],
  ],
  sound: [['another course', (p) => (nth(p.training.lineage.steps, 0).course = 'tier-3')]],
})
