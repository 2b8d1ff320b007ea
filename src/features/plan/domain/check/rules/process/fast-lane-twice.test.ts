import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './fast-lane-twice.ts'

describeRule(rule, {
  faults: [
    [
      'two out of tier 1',
      (p) => p.process.fastLanes.push({ priority: 1, from: 1, to: 2 }),
      'process.fastLanes.1',
      ['process.fastLanes'],
    ],
  ],
  sound: [['for another priority', (p) => p.process.fastLanes.push({ priority: 2, from: 1, to: 3 })]],
})
