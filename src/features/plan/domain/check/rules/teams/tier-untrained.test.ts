import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './tier-untrained.ts'

const untrained = (level: number) => (desk: { certified: { tier: number }[] }) => {
  desk.certified = desk.certified.filter((person) => person.tier !== level)
}

describeRule(rule, {
  on: 'desk',
  faults: [['nobody has been trained for tier 2', (_p, desk) => untrained(2)(desk), 'teams.tiers.1.team']],
  sound: [
    [
      'the tier has no members at all',
      (_p, desk) => {
        untrained(2)(desk)
        desk.teams['support-specialists'] = { members: 0, leads: 0 }
      },
    ],
  ],
})
