import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './tier-without-duties.ts'

describeRule(rule, {
  faults: [['no responsibilities', (p) => (tier(p, 2).responsibilities = []), 'teams.tiers.1.responsibilities']],
  sound: [['one', (p) => tier(p, 2).responsibilities.splice(1)]],
})
