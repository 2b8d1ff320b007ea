import { describeRule } from '../../testing/describe-rule.ts'
import { bridge } from '../../testing/plan-parts.ts'
import { rule } from './bridge-host-without-lead.ts'

const host = 'involvement.bridges.0.host'

describeRule(rule, {
  on: 'desk',
  faults: [['its lead has gone', (_, desk) => (desk.teams['mdm-team'] = { members: 3, leads: 0 }), host, [host]]],
  sound: [
    ['another team has no lead', (_, desk) => (desk.teams['servicedesk'] = { members: 5, leads: 0 })],
    [
      'whoever begins it hosts',
      (p, desk) => {
        bridge(p).host = null
        desk.teams['mdm-team'] = { members: 3, leads: 0 }
      },
    ],
    ['nobody is in the team yet', (_, desk) => (desk.teams['mdm-team'] = { members: 0, leads: 0 })],
  ],
})
