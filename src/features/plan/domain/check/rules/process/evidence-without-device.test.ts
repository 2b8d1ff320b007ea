import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { rule } from './evidence-without-device.ts'

const waves = (plan: SupportPlan) => plan.involvement.phases.flatMap((phase) => phase.waves)

describeRule(rule, {
  faults: [
    [
      'Linux, which nobody has',
      (p) => (evidence(p, 1, 'ownership').appliesTo.platforms = ['linux']),
      'process.edges.0.evidence.5.appliesTo.platforms',
    ],
    [
      'the last wave with Windows is without it now',
      (p) => {
        for (const wave of waves(p)) wave.platforms = [{ platform: 'ios', percent: 100 }]
      },
      'process.edges.1.evidence.10.appliesTo.platforms',
    ],
  ],
  sound: [
    ['one platform of two comes', (p) => (evidence(p, 1, 'ownership').appliesTo.platforms = ['linux', 'ios'])],
    [
      'what a wave brings is not said',
      (p) => {
        evidence(p, 1, 'ownership').appliesTo.platforms = ['linux']
        for (const wave of waves(p).slice(0, 1)) wave.platforms = []
      },
    ],
  ],
})
