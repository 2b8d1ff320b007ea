import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth, ownHours } from '../../testing/plan-parts.ts'
import { rule } from './bridge-outside-hours.ts'

const first = 'involvement.bridges.0.weekly.0'
const at = (time: string) => (p: SupportPlan) => (nth(bridge(p).weekly, 0).at = time)

describeRule(rule, {
  faults: [
    ['it ends after five thirty', at('17:15'), first],
    ['its clock is that of another country', (p) => (bridge(p).timeZone = 'America/Los_Angeles'), first],
  ],
  sound: [
    ['it ends at five thirty', at('17:00')],
    ['ten in the morning in London', (p) => (bridge(p).timeZone = 'Europe/London')],
    [
      'nobody of that tier is needed',
      (p) => {
        ownHours(p, 3, (own) => (own.weekly = [{ day: 1, from: '13:00', to: '17:00' }]))
        nth(bridge(p).quorum, 2).people = 0
      },
    ],
  ],
})
