import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { hours, ownHours, tier } from '../../testing/plan-parts.ts'
import { rule } from './target-impossible.ts'

const always = (p: SupportPlan) => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }))
  p.teams.supportHours.push({ ...structuredClone(hours(p, 'office-hours')), key: 'always', weekly: week })
  p.process.targetHours = 'always'
}

describeRule(rule, {
  faults: [
    ['the clock runs day and night, tier 1 works office hours', always, 'process.targets.1.contactMinutes'],
    ['and the least urgent is not told within four hours either', always, 'process.targets.4.contactMinutes'],
    [
      'tier 1 starts an hour after the clock',
      (p) => ownHours(p, 1, (own) => own.weekly.forEach((day) => (day.from = '09:00'))),
      'process.targets.2.contactMinutes',
    ],
  ],
  sound: [
    [
      'tier 1 is on call around the clock',
      (p) => {
        always(p)
        tier(p, 1).onCall = { hours: 'always', note: { nl: 'Piket', en: 'On call' } }
      },
    ],
    [
      'tier 1 starts twenty minutes after the clock',
      (p) => ownHours(p, 1, (own) => own.weekly.forEach((day) => (day.from = '08:20'))),
    ],
  ],
})
