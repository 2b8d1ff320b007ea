import { describeRule } from '../../testing/describe-rule.ts'
import { phase } from '../../testing/plan-parts.ts'
import { rule } from './first-phase-tiered.ts'

const mode = 'involvement.phases.0.mode'

describeRule(rule, {
  faults: [['the pilot goes tier after tier', (p) => (phase(p, 'pilot').mode = 'tiered'), mode, [mode]]],
  sound: [['the second phase does', (p) => (phase(p, 'first-production').mode = 'tiered')]],
})
