import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth } from '../../testing/plan-parts.ts'
import { rule } from './bridge-quorum-impossible.ts'

const people = 'involvement.bridges.0.quorum.2.people'
const three = (p: SupportPlan) => (nth(bridge(p).quorum, 2).people = 3)

describeRule(rule, {
  faults: [['three of a tier that has two', three, people, ['involvement.bridges.0.quorum']]],
  sound: [['both of them', (p) => (nth(bridge(p).quorum, 2).people = 2)]],
})
describeRule(rule, {
  on: 'desk',
  faults: [
    ['one of a team that is empty', (_p, desk) => (desk.teams['mdm-team'] = { members: 0, leads: 0 }), people],
  ],
  sound: [['three of a team of three', three]],
})
