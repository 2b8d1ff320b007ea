import { describeRule } from '../../testing/describe-rule.ts'
import { category } from '../../testing/plan-parts.ts'
import { rule } from './evidence-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'a question that is no evidence',
      (p) => category(p, 'enrollment-blocked').asks.push('nothing'),
      'process.categories.0.asks.3',
      ['process.categories.0.asks'],
    ],
  ],
  sound: [['another evidence', (p) => category(p, 'enrollment-blocked').asks.push('device-identity')]],
})
