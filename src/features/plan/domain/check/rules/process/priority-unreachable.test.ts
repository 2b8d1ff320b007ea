import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './priority-unreachable.ts'

describeRule(rule, {
  faults: [['nothing is low', (p) => (p.process.priorityMatrix.low.low = 3), 'process.priorityMatrix']],
  sound: [['each is somewhere', (p) => (p.process.priorityMatrix.low.medium = 4)]],
})
