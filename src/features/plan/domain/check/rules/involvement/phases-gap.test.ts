import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { phase } from '../../testing/plan-parts.ts'
import { rule } from './phases-gap.ts'

const pilotUntil = (ends: string) => (p: SupportPlan) => (phase(p, 'pilot').ends = ends)

describeRule(rule, {
  faults: [['eight days', pilotUntil('2026-12-05'), 'involvement.phases.1.starts']],
  sound: [['a week', pilotUntil('2026-12-06')]],
})
