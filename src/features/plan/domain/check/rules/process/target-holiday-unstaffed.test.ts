import { describeRule } from '../../testing/describe-rule.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { hours, tier } from '../../testing/plan-parts.ts'
import { rule } from './target-holiday-unstaffed.ts'

const christmas = { date: '2026-12-25', name: { nl: 'Eerste kerstdag', en: 'Christmas Day' } }

/** Support is closed at Christmas, with nobody on call; the clock has hours of its own. */
function clockOfItsOwn(plan: SupportPlan): void {
  const office = hours(plan, 'office-hours')
  plan.teams.supportHours.push({ ...structuredClone(office), key: 'clock' })
  plan.process.targetHours = 'clock'
  office.holidays.publicDays.push(christmas)
  tier(plan, 3).onCall = null
}

describeRule(rule, {
  faults: [
    ['the clock knows no holidays', clockOfItsOwn, 'process.targetHours', ['process.targetHours']],
    [
      'a day off of the whole organisation',
      (p) => {
        clockOfItsOwn(p)
        const { holidays } = hours(p, 'office-hours')
        holidays.publicDays = []
        holidays.closed = [christmas]
      },
      'process.targetHours',
      ['process.targetHours'],
    ],
  ],
  sound: [
    [
      'somebody is on call',
      (p) => {
        clockOfItsOwn(p)
        tier(p, 3).onCall = { hours: 'on-call', note: { nl: 'Spoed', en: 'Urgent' } }
      },
    ],
    [
      'the clock stands still too',
      (p) => {
        clockOfItsOwn(p)
        hours(p, 'clock').holidays.closed.push(christmas)
      },
    ],
    [
      'a holiday at the weekend',
      (p) => {
        clockOfItsOwn(p)
        hours(p, 'office-hours').holidays.publicDays = [{ ...christmas, date: '2027-12-25' }]
      },
    ],
  ],
})
