import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './tier-on-overrides.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'all of tier 2',
      (_, desk) => {
        for (const one of desk.certified) one.byOverride = one.tier === 2
      },
      'teams.tiers.1.team',
    ],
  ],
  sound: [
    [
      'one of them is trained',
      (_, desk) => {
        for (const one of desk.certified.slice(1)) one.byOverride = true
        for (const one of desk.certified) if (one.leads.length > 0) one.byOverride = false
      },
    ],
    ['nobody may work there', (_, desk) => (desk.certified = [])],
  ],
})
