import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './way-down-unheard.ts'

const without = (p: SupportPlan) =>
  (p.process.notices = p.process.notices.filter((one) => one.moment !== 'handed-down'))

describeRule(rule, {
  faults: [['nobody hears of it', without, 'process.notices', ['process.notices']]],
  sound: [
    [
      'whoever is to act hears of it',
      (p) => {
        without(p)
        p.process.notices.push({ moment: 'handed-down', to: 'assignee', channel: 'mail' })
      },
    ],
  ],
})
