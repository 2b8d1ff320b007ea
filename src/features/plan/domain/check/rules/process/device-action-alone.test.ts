import type { DeviceActionRule } from '../../../document/process.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './device-action-alone.ts'

const only = (p: SupportPlan, one: DeviceActionRule) => (p.process.deviceActions = [one])
const fourEyes = 'process.deviceActions.0.fourEyes'

describeRule(rule, {
  faults: [
    [
      'the passcode',
      (p) => only(p, { action: 'reset-passcode', tiers: [1, 2], fourEyes: false }),
      fourEyes,
      [fourEyes],
    ],
    ['where it is', (p) => only(p, { action: 'locate', tiers: [1], fourEyes: false }), fourEyes, [fourEyes]],
  ],
  sound: [
    ['a colleague agrees', (p) => only(p, { action: 'locate', tiers: [1], fourEyes: true })],
    ['tier 2', (p) => only(p, { action: 'reset-passcode', tiers: [2], fourEyes: false })],
    ['what hurts nobody', (p) => only(p, { action: 'sync', tiers: [1], fourEyes: false })],
  ],
})
