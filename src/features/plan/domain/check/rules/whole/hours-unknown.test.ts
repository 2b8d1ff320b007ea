import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './hours-unknown.ts'

const onCall = (key: string) => ({ hours: key, note: { nl: 'Piket', en: 'On call' } })

describeRule(rule, {
  faults: [
    ['of a tier', (p) => (tier(p, 1).supportHours = 'never'), 'teams.tiers.0.supportHours'],
    ['on call', (p) => (tier(p, 2).onCall = onCall('never')), 'teams.tiers.1.onCall.hours'],
    ['of the targets', (p) => (p.process.targetHours = 'never'), 'process.targetHours'],
  ],
  sound: [['on call in hours that are there', (p) => (tier(p, 2).onCall = onCall('on-call'))]],
})
