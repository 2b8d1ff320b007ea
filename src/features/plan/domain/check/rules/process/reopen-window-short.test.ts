import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './reopen-window-short.ts'

const window = 'process.reopenWindowDays'

describeRule(rule, {
  faults: [['three days, after five of silence', (p) => (p.process.reopenWindowDays = 3), window, [window]]],
  sound: [['five days', (p) => (p.process.reopenWindowDays = 5)]],
})
