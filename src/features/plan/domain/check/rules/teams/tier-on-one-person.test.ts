import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './tier-on-one-person.ts'

describeRule(rule, {
  faults: [['it counts on one agent', (p) => (tier(p, 3).capacity.agents = 1), 'teams.tiers.2.capacity.agents']],
  sound: [['it counts on two', (p) => (tier(p, 1).capacity.agents = 2)]],
})
describeRule(rule, {
  on: 'desk',
  faults: [
    ['one of its members is trained', (_p, desk) => desk.certified.splice(1, 2), 'teams.tiers.0.team'],
    [
      'the others that are trained are in another team',
      (_p, desk) => {
        for (const person of desk.certified.slice(1, 3)) person.teams = ['mdm-team']
      },
      'teams.tiers.0.team',
    ],
  ],
  sound: [['two of them are', (_p, desk) => desk.certified.splice(1, 1)]],
})
