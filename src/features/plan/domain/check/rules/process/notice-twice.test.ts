import { describeRule } from '../../testing/describe-rule.ts'
import { nth } from '../../testing/plan-parts.ts'
import { rule } from './notice-twice.ts'

describeRule(rule, {
  faults: [
    [
      'the same again',
      (p) => p.process.notices.push(structuredClone(nth(p.process.notices, 0))),
      'process.notices.27',
      ['process.notices'],
    ],
  ],
  sound: [
    ['by another channel', (p) => p.process.notices.push({ moment: 'escalated', to: 'tier', channel: 'mail' })],
  ],
})
