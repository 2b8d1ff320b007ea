import { describeRule } from '../../testing/describe-rule.ts'
import { hours, nth, ownHours, tier } from '../../testing/plan-parts.ts'
import { rule } from './hours-uncovered.ts'

const saturday = { day: 6, from: '09:00', to: '13:00' }

describeRule(rule, {
  faults: [
    [
      'tier 1 is open on Saturday',
      (p) => ownHours(p, 1, (own) => own.weekly.push(saturday)),
      'teams.tiers.1.supportHours',
      ['teams.tiers.1.onCall'],
    ],
    [
      'tier 3 starts later, and is on call at other times',
      (p) => {
        ownHours(p, 3, (own) => (nth(own.weekly, 0).from = '09:00'))
        hours(p, 'on-call').weekly = [saturday]
      },
      'teams.tiers.2.supportHours',
    ],
    [
      'tier 2 works by the clock of another country',
      (p) => ownHours(p, 2, (own) => (own.timeZone = 'Asia/Kolkata')),
      'teams.tiers.1.supportHours',
      ['teams.tiers.1.onCall'],
    ],
  ],
  sound: [
    [
      'tier 2 is on call then',
      (p) => {
        ownHours(p, 1, (own) => own.weekly.push(saturday))
        tier(p, 2).onCall = { hours: tier(p, 1).supportHours, note: { nl: 'Piket', en: 'On call' } }
      },
    ],
    ['tier 1 is open for less', (p) => ownHours(p, 1, (own) => own.weekly.pop())],
    ['another zone by the same clock', (p) => ownHours(p, 2, (own) => (own.timeZone = 'Europe/Brussels'))],
    [
      'a time zone that does not exist, which is another fault',
      (p) => ownHours(p, 2, (own) => (own.timeZone = 'Europe/Atlantis')),
    ],
  ],
})
