import { describeRule } from '../../testing/describe-rule.ts'
import { hours } from '../../testing/plan-parts.ts'
import { rule } from './country-unknown.ts'

const place = 'teams.supportHours.0.holidays.country'

describeRule(rule, {
  faults: [
    ['no country at all', (p) => (hours(p, 'office-hours').holidays.country = 'QQ'), place],
    ['the United Kingdom by another code', (p) => (hours(p, 'office-hours').holidays.country = 'UK'), place],
  ],
  sound: [
    ['the United Kingdom', (p) => (hours(p, 'office-hours').holidays.country = 'GB')],
    ['Norway', (p) => (hours(p, 'office-hours').holidays.country = 'NO')],
    ['none', (p) => (hours(p, 'office-hours').holidays.country = null)],
  ],
})
