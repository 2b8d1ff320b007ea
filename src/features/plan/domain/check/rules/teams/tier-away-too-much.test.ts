import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, nth, tier } from '../../testing/plan-parts.ts'
import { rule } from './tier-away-too-much.ts'

const agents = 'teams.tiers.2.capacity.agents'
const training = { course: 'tier-3', starts: '2026-12-02T09:00:00.000Z', minutes: 480, seats: 8, people: 3 }

describeRule(rule, {
  faults: [
    [
      'all of the MDM team, four hours a day',
      (p) => {
        nth(bridge(p).quorum, 2).people = 3
        bridge(p).lengthMinutes = 240
        bridge(p).weekly = [1, 2, 3, 4, 5].map((day) => ({ day, at: '09:00' }))
      },
      agents,
    ],
  ],
  sound: [
    [
      'one of them, two hours a day',
      (p) => {
        bridge(p).lengthMinutes = 120
        bridge(p).weekly = [1, 2, 3, 4, 5].map((day) => ({ day, at: '09:00' }))
      },
    ],
    ['a tier whose hours are not there', (p) => (tier(p, 3).supportHours = 'gone')],
  ],
})

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'two days of training in one week',
      (_, desk) => {
        desk.trainings = ['2026-12-02', '2026-12-03'].map((day) => ({
          ...training,
          starts: `${day}T08:00:00.000Z`,
        }))
      },
      agents,
    ],
  ],
  sound: [['one day of training', (_, desk) => (desk.trainings = [training])]],
})
