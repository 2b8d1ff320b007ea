import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './course-certifies-anyone.ts'

const lax = (practiceTickets: number) => (p: SupportPlan) =>
  Object.assign(course(p, 'tier-1'), { passPercent: 0, practiceTickets })

describeRule(rule, {
  faults: [['no test and no practice tickets', lax(0), 'training.courses.0.passPercent']],
  sound: [['one practice ticket', lax(1)]],
})
