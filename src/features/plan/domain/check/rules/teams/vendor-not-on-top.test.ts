import { describeRule } from '../../testing/describe-rule.ts'
import { vendor } from '../../testing/plan-parts.ts'
import { rule } from './vendor-not-on-top.ts'

describeRule(rule, {
  faults: [
    ['a level too high', (p) => (vendor(p).level = 5), 'teams.vendor.level', ['teams.vendor.level']],
    ['a tier beneath it is gone', (p) => p.teams.tiers.pop(), 'teams.vendor.level', ['teams.vendor.level']],
  ],
  sound: [['no vendor', (p) => (p.teams.vendor = null)]],
})
