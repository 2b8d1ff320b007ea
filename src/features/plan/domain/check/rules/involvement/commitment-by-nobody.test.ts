import { describeRule } from '../../testing/describe-rule.ts'
import { commitment } from '../../testing/plan-parts.ts'
import { rule } from './commitment-by-nobody.ts'

const team = (index: number) => `involvement.commitments.${index}.team`

describeRule(rule, {
  faults: [
    ['a team that is misspelt', (p) => (commitment(p, 'plan-review').team = 'servicdesk'), team(0)],
    ['a team of none of the tiers', (p) => (commitment(p, 'trained').team = 'communication'), team(4)],
  ],
  sound: [['another team of the plan', (p) => (commitment(p, 'plan-review').team = 'mdm-team')]],
})
describeRule(rule, {
  on: 'desk',
  faults: [['a team without anybody', (p) => (commitment(p, 'trained').team = 'communication'), team(4)]],
  sound: [
    [
      'a team that works in no tier',
      (p, desk) => {
        commitment(p, 'trained').team = 'communication'
        desk.teams['communication'] = { members: 2, leads: 0 }
      },
    ],
  ],
})
