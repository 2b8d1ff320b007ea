import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './team-without-lead.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'members, and none of them leads',
      (_p, desk) => (desk.teams['servicedesk'] = { members: 5, leads: 0 }),
      'teams.tiers.0.team',
    ],
  ],
  sound: [
    ['a team that is empty altogether', (_p, desk) => (desk.teams['servicedesk'] = { members: 0, leads: 0 })],
  ],
})
