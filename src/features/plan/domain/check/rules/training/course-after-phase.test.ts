import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './course-after-phase.ts'

const planned = 'training.courses.0.planned'
const until = (ends: string) => (p: SupportPlan) =>
  (course(p, 'tier-1').planned = { starts: '2026-11-23', ends, beforePhase: 'pilot' })

describeRule(rule, {
  faults: [
    [
      'it ends on the day the pilot begins',
      until('2026-11-30'),
      `${planned}.ends`,
      [`${planned}.starts`, `${planned}.ends`],
    ],
  ],
  sound: [
    ['it ends the day before', until('2026-11-29')],
    ['no dates yet', (p) => (course(p, 'tier-1').planned = null)],
  ],
})
