import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { edge, evidence } from '../../testing/plan-parts.ts'
import { rule } from './platform-without-evidence.ts'

const mobileOnly = (p: SupportPlan) => {
  for (const item of edge(p, 1).evidence) item.appliesTo.platforms = ['ios', 'android', 'windows']
}

describeRule(rule, {
  faults: [['a Mac, where evidence is for others', mobileOnly, 'involvement.phases.0.waves.0.platforms.3']],
  sound: [
    [
      'one thing is asked of every platform',
      (p) => {
        mobileOnly(p)
        evidence(p, 1, 'error-text').appliesTo.platforms = []
      },
    ],
  ],
})
