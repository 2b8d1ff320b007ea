import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course, nth } from '../../testing/plan-parts.ts'
import { rule } from './course-without-practice.ts'

const theory = (p: SupportPlan) => {
  for (const item of course(p, 'tier-1').agenda) item.form = 'theory'
}

describeRule(rule, {
  faults: [['all of it is theory', theory, 'training.courses.0.agenda']],
  sound: [
    [
      'one item is practice',
      (p) => {
        theory(p)
        nth(course(p, 'tier-1').agenda, 2).form = 'practice'
      },
    ],
  ],
})
