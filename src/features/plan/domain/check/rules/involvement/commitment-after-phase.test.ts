import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { commitment } from '../../testing/plan-parts.ts'
import { rule } from './commitment-after-phase.ts'

const place = 'involvement.commitments.0.due'
const due = (day: string | null) => (p: SupportPlan) => (commitment(p, 'plan-review').due = day)

describeRule(rule, {
  faults: [['on the day the pilot begins', due('2026-11-30'), place, [place]]],
  sound: [
    ['the day before', due('2026-11-29')],
    ['no day of its own', due(null)],
  ],
})
