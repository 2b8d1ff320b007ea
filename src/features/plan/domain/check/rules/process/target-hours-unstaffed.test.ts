import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { hours, tier } from '../../testing/plan-parts.ts'
import { rule } from './target-hours-unstaffed.ts'

const longer = (p: SupportPlan) => {
  const own = { ...structuredClone(hours(p, 'office-hours')), key: 'long-week' }
  own.weekly.push({ day: 7, from: '08:00', to: '12:00' })
  p.teams.supportHours.push(own)
  p.process.targetHours = 'long-week'
}

describeRule(rule, {
  faults: [
    [
      'it runs on Sunday',
      (p) => {
        longer(p)
        tier(p, 3).onCall = null
      },
      'process.targetHours',
      ['process.targetHours'],
    ],
  ],
  sound: [
    [
      'somebody is on call on Sunday',
      (p) => {
        longer(p)
        hours(p, 'on-call').weekly.push({ day: 7, from: '08:00', to: '12:00' })
        hours(p, 'on-call').weekly = hours(p, 'on-call').weekly.filter(
          (span, index, all) => all.findIndex((other) => other.day === span.day) === index || span.day !== 7,
        )
      },
    ],
  ],
})
