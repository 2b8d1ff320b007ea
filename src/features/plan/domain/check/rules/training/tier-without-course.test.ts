import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './tier-without-course.ts'

const without = (p: SupportPlan) => {
  p.training.courses = p.training.courses.filter((one) => one.key !== 'tier-2')
}

describeRule(rule, {
  faults: [['tier 2 has none', without, 'training.courses']],
  sound: [
    [
      'another course is for tier 2',
      (p) => {
        without(p)
        p.training.courses.push({ ...structuredClone(course(p, 'tier-1')), key: 'second', tier: 2 })
      },
    ],
  ],
})
