import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course, nth } from '../../testing/plan-parts.ts'
import { rule } from './course-length.ts'

const lasting = (minutes: number) => (p: SupportPlan) =>
  (nth(course(p, 'tier-2').agenda, 2).minutes = minutes - 90)

describeRule(rule, {
  faults: [
    ['a minute too short', lasting(119), 'training.courses.1.agenda'],
    ['a minute too long', lasting(181), 'training.courses.1.agenda'],
  ],
  sound: [
    ['two hours', lasting(120)],
    ['three hours', lasting(180)],
  ],
})
