import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, vendor } from '../../testing/plan-parts.ts'
import { rule } from './team-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'one that opens cases',
      (p) => vendor(p).openers.push('nobody'),
      'teams.vendor.openers.1',
      ['teams.vendor.openers'],
    ],
    [
      'the host of a bridge',
      (p) => (bridge(p).host = 'nobody'),
      'involvement.bridges.0.host',
      ['involvement.bridges.0.host'],
    ],
    [
      'who writes the minutes',
      (p) => (bridge(p).scribe = 'nobody'),
      'involvement.bridges.0.scribe',
      ['involvement.bridges.0.scribe'],
    ],
    ['the one that trains', (p) => (p.training.lineage.root = 'nobody'), 'training.lineage.root'],
  ],
  sound: [
    ['another team of a tier', (p) => vendor(p).openers.push('servicedesk')],
    ['a bridge that whoever begins it hosts', (p) => (bridge(p).host = null)],
    ['no vendor', (p) => (p.teams.vendor = null)],
  ],
})
