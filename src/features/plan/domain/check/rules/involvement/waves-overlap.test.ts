import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './waves-overlap.ts'

const groups = 'involvement.phases.2.waves.1.groups'
const both = (p: SupportPlan) => wave(p, 'wave-3').groups.push('wave-2')

describeRule(rule, {
  faults: [
    [
      'the branches are in wave 3 as well, a day too early',
      (p) => {
        both(p)
        wave(p, 'wave-3').starts = '2027-01-24'
      },
      groups,
      [groups],
    ],
  ],
  sound: [['after wave 2', both]],
})
