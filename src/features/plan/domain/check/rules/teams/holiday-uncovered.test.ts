import { describeRule } from '../../testing/describe-rule.ts'
import { hours, ownHours } from '../../testing/plan-parts.ts'
import { rule } from './holiday-uncovered.ts'

const closed = (date: string) => ({ date, name: { nl: 'Goede Vrijdag', en: 'Good Friday' } })

describeRule(rule, {
  faults: [
    [
      'tier 2 is closed on a Friday on which tier 1 is open',
      (p) => ownHours(p, 2, (own) => own.holidays.closed.push(closed('2027-03-26'))),
      'teams.tiers.1.supportHours',
    ],
    [
      'a public holiday on which only tier 1 opens',
      (p) => {
        ownHours(p, 2, (own) => own.holidays.publicDays.push(closed('2027-03-26')))
        ownHours(p, 3, (own) => own.holidays.publicDays.push(closed('2027-03-26')))
      },
      'teams.tiers.1.supportHours',
    ],
  ],
  sound: [
    ['all are closed', (p) => hours(p, 'office-hours').holidays.closed.push(closed('2027-03-26'))],
    [
      'on a day on which tier 2 never opens',
      (p) => ownHours(p, 2, (own) => own.holidays.closed.push(closed('2027-03-27'))),
    ],
    ['before the rollout begins', (p) => ownHours(p, 2, (own) => own.holidays.closed.push(closed('2026-04-03')))],
    ['somebody is on call', (p) => ownHours(p, 3, (own) => own.holidays.closed.push(closed('2027-03-26')))],
    [
      'the public holiday is a working day after all',
      (p) =>
        ownHours(p, 2, (own) => {
          own.holidays.publicDays.push(closed('2027-03-26'))
          own.holidays.open.push('2027-03-26')
        }),
    ],
  ],
})
