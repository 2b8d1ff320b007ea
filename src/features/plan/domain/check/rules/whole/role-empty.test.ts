import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './role-empty.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    ['nobody owns the plan', (_p, desk) => (desk.roles['plan-owner'] = 0), 'owner'],
    ['nobody leads', (_p, desk) => delete desk.roles['lead'], 'owner'],
  ],
  sound: [['nobody audits', (_p, desk) => (desk.roles['auditor'] = 0)]],
})
