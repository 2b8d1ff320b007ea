import { describeRule } from '../../testing/describe-rule.ts'
import { vendor } from '../../testing/plan-parts.ts'
import { rule } from './vendor-openers-elsewhere.ts'

const openers = 'teams.vendor.openers'

describeRule(rule, {
  faults: [['only the help desk may', (p) => (vendor(p).openers = ['servicedesk']), openers, [openers]]],
  sound: [['the help desk may too', (p) => vendor(p).openers.push('servicedesk')]],
})
