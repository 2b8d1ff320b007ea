import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './team-in-two-tiers.ts'

describeRule(rule, {
  faults: [['the help desk is tier 2 as well', (p) => (tier(p, 2).team = 'servicedesk'), 'teams.tiers.1.team']],
  sound: [['another team of its own', (p) => (tier(p, 2).team = 'field-support')]],
})
