import { describeRule } from '../../testing/describe-rule.ts'
import { vendor } from '../../testing/plan-parts.ts'
import { rule } from './team-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'one that opens cases',
      (p) => vendor(p).openers.push('nobody'),
      'teams.vendor.openers.1',
      ['teams.vendor.openers'],
    ],
    ['the one that trains', (p) => (p.training.lineage.root = 'nobody'), 'training.lineage.root'],
  ],
  sound: [
    ['another team of a tier', (p) => vendor(p).openers.push('servicedesk')],
    ['no vendor', (p) => (p.teams.vendor = null)],
  ],
})
