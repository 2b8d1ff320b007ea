import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './priority-inverted.ts'

describeRule(rule, {
  faults: [
    [
      'low impact is more urgent than medium',
      (p) => (p.process.priorityMatrix.low.high = 1),
      'process.priorityMatrix.low.high',
    ],
    [
      'less urgency is more urgent',
      (p) => (p.process.priorityMatrix.low.medium = 2),
      'process.priorityMatrix.low.medium',
    ],
  ],
  sound: [['both are as urgent', (p) => (p.process.priorityMatrix.low.high = 2)]],
})
