import { describeRule } from '../../testing/describe-rule.ts'
import { vendor } from '../../testing/plan-parts.ts'
import { rule } from './vendor-without-openers.ts'

const openers = 'teams.vendor.openers'

describeRule(rule, {
  faults: [['nobody may open a case', (p) => (vendor(p).openers = []), openers, [openers]]],
  sound: [
    ['another team may', (p) => (vendor(p).openers = ['servicedesk'])],
    ['no vendor', (p) => (p.teams.vendor = null)],
  ],
})
