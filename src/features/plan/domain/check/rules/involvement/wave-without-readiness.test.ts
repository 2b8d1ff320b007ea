import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './wave-without-readiness.ts'

const only = (p: SupportPlan, figures: number) => {
  for (const one of p.involvement.readiness.slice(figures)) one.waves = one.waves.filter((key) => key !== 'wave-1')
}

describeRule(rule, {
  faults: [['no figure for wave 1', (p) => only(p, 0), 'involvement.phases.1.waves.0']],
  sound: [['one figure', (p) => only(p, 1)]],
})
