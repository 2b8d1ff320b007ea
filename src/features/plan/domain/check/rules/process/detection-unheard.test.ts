import type { SupportPlan } from '../../../document/support-plan.ts'
import { noDetection } from '../../../unsaid.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './detection-unheard.ts'

const unheard = (p: SupportPlan) => {
  p.process.notices = p.process.notices.filter(({ moment, to }) => moment !== 'opened' || to === 'requester')
}

describeRule(rule, {
  faults: [['only the requester hears', unheard, 'process.notices', ['process.notices']]],
  sound: [
    [
      'the lead hears',
      (p) => {
        unheard(p)
        p.process.notices.push({ moment: 'opened', to: 'tier-lead', channel: 'mail' })
      },
    ],
    [
      'nothing becomes a ticket',
      (p) => {
        unheard(p)
        p.process.detection = { ...noDetection, silentDevices: 'hint' }
      },
    ],
  ],
})
