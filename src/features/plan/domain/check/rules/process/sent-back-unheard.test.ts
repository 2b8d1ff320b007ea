import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './sent-back-unheard.ts'

const without = (p: SupportPlan) =>
  (p.process.notices = p.process.notices.filter((one) => one.moment !== 'sent-back'))

describeRule(rule, {
  faults: [['nobody is told', without, 'process.notices', ['process.notices']]],
  sound: [
    [
      'the tier is',
      (p) => {
        without(p)
        p.process.notices.push({ moment: 'sent-back', to: 'tier', channel: 'desk' })
      },
    ],
  ],
})
