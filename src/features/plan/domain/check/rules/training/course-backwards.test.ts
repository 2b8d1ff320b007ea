import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './course-backwards.ts'

const planned = 'training.courses.0.planned'
const during = (starts: string, ends: string) => (p: SupportPlan) =>
  (course(p, 'tier-1').planned = { starts, ends, beforePhase: 'pilot' })

describeRule(rule, {
  faults: [
    [
      'it ends before it begins',
      during('2026-11-27', '2026-11-23'),
      planned,
      [`${planned}.starts`, `${planned}.ends`],
    ],
  ],
  sound: [['it takes one day', during('2026-11-27', '2026-11-27')]],
})
