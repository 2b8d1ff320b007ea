import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './course-not-given.ts'

describeRule(rule, {
  faults: [
    [
      'a course that no step names',
      (p) => (p.training.lineage.steps = p.training.lineage.steps.filter((step) => step.course !== 'tier-3')),
      'training.courses.2',
    ],
  ],
  sound: [['one step names it', (p) => p.training.lineage.steps.splice(3, 1)]],
})
