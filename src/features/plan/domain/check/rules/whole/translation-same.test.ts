import { describeRule } from '../../testing/describe-rule.ts'
import { hours } from '../../testing/plan-parts.ts'
import { rule } from './translation-same.ts'

const english = 'Support is where people go first.'

describeRule(rule, {
  faults: [['a purpose in English twice', (p) => (p.purpose = { nl: english, en: english }), 'purpose']],
  sound: [
    [
      'a public holiday that its list has no Dutch name for',
      (p) => {
        const name = 'Bank Holiday in lieu of Christmas'
        hours(p, 'office-hours').holidays.publicDays.push({ date: '2026-12-28', name: { nl: name, en: name } })
      },
    ],
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
