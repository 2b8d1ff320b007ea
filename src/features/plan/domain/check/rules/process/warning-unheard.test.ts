import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './warning-unheard.ts'

const without = (p: SupportPlan) =>
  (p.process.notices = p.process.notices.filter((one) => one.moment !== 'target-at-risk'))

describeRule(rule, {
  faults: [['no lead is told', without, 'process.notices', ['process.notices']]],
  sound: [
    [
      'the lead sees it on the desk',
      (p) => {
        without(p)
        p.process.notices.push({ moment: 'target-at-risk', to: 'tier-lead', channel: 'desk' })
      },
    ],
  ],
})
