import type { Notice } from '../../../document/process.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './notice-to-nobody.ts'

const adding = (notice: Notice) => (p: SupportPlan) => p.process.notices.push(notice)

describeRule(rule, {
  faults: [
    [
      'who found the cause, before there is one',
      adding({ moment: 'opened', to: 'diagnoser', channel: 'desk' }),
      'process.notices.27',
      ['process.notices'],
    ],
    [
      'a requester on the desk',
      adding({ moment: 'asked', to: 'requester', channel: 'desk' }),
      'process.notices.27',
      ['process.notices'],
    ],
  ],
  sound: [
    ['who found the cause, when it is reopened', adding({ moment: 'reopened', to: 'diagnoser', channel: 'desk' })],
  ],
})
