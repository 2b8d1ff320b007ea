import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './requester-unheard.ts'

const without = (p: SupportPlan, moment: string) =>
  (p.process.notices = p.process.notices.filter((one) => one.moment !== moment || one.to !== 'requester'))

describeRule(rule, {
  faults: [
    ['that it is solved', (p) => without(p, 'resolved'), 'process.notices', ['process.notices']],
    ['that it was received', (p) => without(p, 'opened'), 'process.notices', ['process.notices']],
  ],
  sound: [['that it is closed', (p) => without(p, 'closed')]],
})
