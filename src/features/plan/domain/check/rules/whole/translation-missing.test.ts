import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import { rule } from './translation-missing.ts'

describeRule(rule, {
  faults: [
    ['a name without Dutch', (p) => (p.name.nl = ' '), 'name.nl'],
    [
      'help of evidence without English',
      (p) => (evidence(p, 1, 'error-text').help.en = ''),
      'process.edges.0.evidence.0.help.en',
    ],
  ],
  sound: [
    ['both are there', (p) => (p.name = { nl: 'Plan', en: 'Plan' })],
    ['neither is there, which is another fault', (p) => (p.name = { nl: '', en: '' })],
  ],
})
