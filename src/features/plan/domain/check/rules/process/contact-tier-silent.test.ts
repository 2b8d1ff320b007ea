import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './contact-tier-silent.ts'

describeRule(rule, {
  faults: [
    [
      'tier 1 may not talk to requesters',
      (p) => (tier(p, 1).talksToRequesters = false),
      'process.contactTier',
      ['teams.tiers.0.talksToRequesters'],
    ],
    [
      'tier 2 is the contact',
      (p) => (p.process.contactTier = 2),
      'process.contactTier',
      ['teams.tiers.1.talksToRequesters'],
    ],
  ],
  sound: [['another tier may talk too', (p) => (tier(p, 2).talksToRequesters = true)]],
})
