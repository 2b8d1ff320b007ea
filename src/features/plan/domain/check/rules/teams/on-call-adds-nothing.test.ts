import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './on-call-adds-nothing.ts'

const onCall = (key: string) => ({ hours: key, note: { nl: 'Piket', en: 'On call' } })

describeRule(rule, {
  faults: [
    [
      'on call in office hours',
      (p) => (tier(p, 2).onCall = onCall('office-hours')),
      'teams.tiers.1.onCall',
      ['teams.tiers.1.onCall'],
    ],
  ],
  sound: [['on call at other times too', (p) => (tier(p, 2).onCall = onCall('on-call'))]],
})
