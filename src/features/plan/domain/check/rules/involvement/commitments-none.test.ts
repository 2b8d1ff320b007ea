import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './commitments-none.ts'

describeRule(rule, {
  faults: [['nothing is agreed', (p) => (p.involvement.commitments = []), 'involvement.commitments']],
  sound: [['one thing is', (p) => p.involvement.commitments.splice(1)]],
})
