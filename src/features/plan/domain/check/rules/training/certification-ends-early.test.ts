import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './certification-ends-early.ts'

describeRule(rule, {
  faults: [
    [
      'it is valid for two months, the rollout takes three',
      (p) => (course(p, 'tier-1').validMonths = 2),
      'training.courses.0.validMonths',
    ],
  ],
  sound: [['it is valid for four', (p) => (course(p, 'tier-1').validMonths = 4)]],
})
