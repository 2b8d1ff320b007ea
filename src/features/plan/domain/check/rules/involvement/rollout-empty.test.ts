import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './rollout-empty.ts'

const noWaves = (p: SupportPlan) => p.involvement.phases.forEach((one) => (one.waves = []))

describeRule(rule, {
  faults: [
    ['no phase', (p) => (p.involvement.phases = []), 'involvement.phases'],
    ['phases without waves', noWaves, 'involvement.phases'],
  ],
  sound: [['one wave', (p) => p.involvement.phases.splice(1)]],
})
