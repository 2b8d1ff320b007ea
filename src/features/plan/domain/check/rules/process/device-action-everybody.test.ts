import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './device-action-everybody.ts'

const wipe = (p: SupportPlan, tiers: number[]) =>
  (p.process.deviceActions = [{ action: 'wipe', tiers, fourEyes: true }])
const place = 'process.deviceActions.0.tiers'

describeRule(rule, {
  faults: [['wiping', (p) => wipe(p, [1, 2, 3]), place, [place]]],
  sound: [
    ['two of three tiers', (p) => wipe(p, [2, 3])],
    [
      'locking, which can be undone',
      (p) => (p.process.deviceActions = [{ action: 'lock', tiers: [1, 2, 3], fourEyes: false }]),
    ],
    [
      'a desk of one tier',
      (p) => {
        p.teams.tiers.splice(1)
        wipe(p, [1])
      },
    ],
  ],
})
