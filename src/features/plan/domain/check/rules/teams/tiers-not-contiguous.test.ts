import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './tiers-not-contiguous.ts'

describeRule(rule, {
  faults: [
    ['a level is left out', (p) => (tier(p, 3).level = 4), 'teams.tiers'],
    ['in another order', (p) => p.teams.tiers.reverse(), 'teams.tiers'],
  ],
  sound: [['one tier less', (p) => p.teams.tiers.pop()]],
})
