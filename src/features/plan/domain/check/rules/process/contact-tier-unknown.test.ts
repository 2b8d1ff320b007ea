import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './contact-tier-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'a tier that is not there',
      (p) => (p.process.contactTier = 7),
      'process.contactTier',
      ['process.contactTier'],
    ],
    ['the vendor', (p) => (p.process.contactTier = 4), 'process.contactTier', ['process.contactTier']],
    [
      'and nobody talks to requesters',
      (p) => {
        p.process.contactTier = 7
        tier(p, 1).talksToRequesters = false
      },
      'process.contactTier',
    ],
  ],
  sound: [['another tier of ours', (p) => (p.process.contactTier = 2)]],
})
