import { describeRule } from '../../testing/describe-rule.ts'
import { hours } from '../../testing/plan-parts.ts'
import { rule } from './holidays-run-out.ts'

const holiday = (date: string) => ({ date, name: { nl: 'Kerst', en: 'Christmas' } })

describeRule(rule, {
  faults: [
    [
      'holidays of 2026 alone, a rollout into 2027',
      (p) => (hours(p, 'office-hours').holidays.publicDays = [holiday('2026-12-25')]),
      'teams.supportHours.0.holidays',
    ],
  ],
  sound: [
    [
      'holidays of 2027 too',
      (p) => (hours(p, 'office-hours').holidays.publicDays = [holiday('2026-12-25'), holiday('2027-01-01')]),
    ],
    ['open on holidays', (p) => (hours(p, 'office-hours').holidays.country = null)],
  ],
})
