import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './fast-lane-not-up.ts'

describeRule(rule, {
  faults: [
    [
      'it leads nowhere',
      (p) => (p.process.fastLanes = [{ priority: 1, from: 2, to: 2 }]),
      'process.fastLanes.0',
      ['process.fastLanes'],
    ],
  ],
  sound: [['it leads up', (p) => (p.process.fastLanes = [{ priority: 1, from: 2, to: 3 }])]],
})
