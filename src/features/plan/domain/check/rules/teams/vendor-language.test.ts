import { describeRule } from '../../testing/describe-rule.ts'
import { vendor } from '../../testing/plan-parts.ts'
import { rule } from './vendor-language.ts'

describeRule(rule, {
  faults: [
    ['a vendor who speaks Japanese', (p) => (vendor(p).languages = ['ja']), 'teams.vendor.languages'],
    [
      'a desk that speaks only Dutch, a vendor who does not',
      (p) => {
        p.languages = ['nl']
        vendor(p).languages = ['en-US']
      },
      'teams.vendor.languages',
    ],
  ],
  sound: [['one language in common', (p) => (vendor(p).languages = ['ja', 'en-US'])]],
})
