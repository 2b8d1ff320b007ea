import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { ownHours, tier, wave } from '../../testing/plan-parts.ts'
import { rule } from './wave-over-capacity.ts'

const users = (count: number) => (p: SupportPlan) => (wave(p, 'wave-3').expectedUsers = count)

describeRule(rule, {
  faults: [
    ['fifty thousand users in four weeks', users(50_000), 'involvement.phases.2.waves.1.expectedUsers'],
    [
      'an agent who is in for two hours a week',
      (p) => {
        ownHours(p, 2, (own) => (own.weekly = [{ day: 1, from: '08:00', to: '10:00' }]))
        tier(p, 2).capacity.agents = 1
      },
      'involvement.phases.2.waves.1.expectedUsers',
    ],
  ],
  sound: [
    ['a thousand users in four weeks', users(1000)],
    ['no agents at all, which is another fault', (p) => (tier(p, 2).capacity.agents = 0)],
  ],
})
