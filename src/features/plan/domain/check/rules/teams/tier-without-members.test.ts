import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './tier-without-members.ts'

describeRule(rule, {
  faults: [['it counts on nobody', (p) => (tier(p, 2).capacity.agents = 0), 'teams.tiers.1.capacity.agents']],
  sound: [['it counts on one', (p) => (tier(p, 2).capacity.agents = 1)]],
})
describeRule(rule, {
  on: 'desk',
  faults: [
    ['its team is empty', (_p, desk) => (desk.teams['mdm-team'] = { members: 0, leads: 0 }), 'teams.tiers.2.team'],
    ['its team is not there', (p) => (tier(p, 1).team = 'helpers'), 'teams.tiers.0.team'],
  ],
  sound: [['it counts on nobody, but somebody is there', (p) => (tier(p, 2).capacity.agents = 0)]],
})
