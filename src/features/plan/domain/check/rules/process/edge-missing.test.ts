import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './edge-missing.ts'

describeRule(rule, {
  faults: [
    ['tier 3 cannot be reached', (p) => p.process.edges.splice(1, 1), 'process.edges', ['process.edges']],
    ['the vendor cannot be reached', (p) => p.process.edges.pop(), 'process.edges', ['process.edges']],
  ],
  sound: [
    [
      'no vendor, so no way to one',
      (p) => {
        p.teams.vendor = null
        p.process.edges.pop()
      },
    ],
  ],
})
