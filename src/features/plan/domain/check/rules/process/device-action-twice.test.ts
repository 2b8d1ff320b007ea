import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './device-action-twice.ts'

describeRule(rule, {
  faults: [
    [
      'sync again, for another tier',
      (p) => p.process.deviceActions.splice(1, 1, { action: 'sync', tiers: [3], fourEyes: false }),
      'process.deviceActions.1',
      ['process.deviceActions'],
    ],
  ],
  sound: [['two actions for the same tiers', (p) => p.process.deviceActions.splice(2)]],
})
