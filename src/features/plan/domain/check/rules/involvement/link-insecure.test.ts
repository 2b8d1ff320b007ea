import { describeRule } from '../../testing/describe-rule.ts'
import { nth } from '../../testing/plan-parts.ts'
import { rule } from './link-insecure.ts'

const url = 'involvement.resources.0.url'

describeRule(rule, {
  faults: [
    ['by http', (p) => (nth(p.involvement.resources, 0).url = 'http://intranet.example.org/intune'), url, [url]],
  ],
  sound: [['by https', (p) => (nth(p.involvement.resources, 0).url = 'https://intranet.example.org/intune')]],
})
