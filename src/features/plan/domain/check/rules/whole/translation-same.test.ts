import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './translation-same.ts'

const english = 'Support is where people go first.'

describeRule(rule, {
  faults: [['a purpose in English twice', (p) => (p.purpose = { nl: english, en: english }), 'purpose']],
  sound: [
    ['a name that is the same in both', (p) => (p.name = { nl: 'Microsoft Intune', en: 'Microsoft Intune' })],
    [
      'a desk that speaks one language',
      (p) => {
        p.purpose = { nl: english, en: english }
        p.languages = ['en']
      },
    ],
  ],
})
