import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './capacity-above-members.ts'

const agents = 'teams.tiers.0.capacity.agents'

describeRule(rule, {
  on: 'desk',
  faults: [['nine agents in a team of five', (p) => (tier(p, 1).capacity.agents = 9), agents, [agents]]],
  sound: [['as many as there are', (p) => (tier(p, 1).capacity.agents = 5)]],
})
