import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './training-empties-tier.ts'

const training = { course: 'tier-1', starts: '2026-11-24T09:00:00.000Z', minutes: 150, seats: 8, people: 3 }

describeRule(rule, {
  on: 'desk',
  faults: [
    ['three of five on a Tuesday morning', (_, desk) => (desk.trainings = [training]), 'teams.tiers.0.team'],
    [
      'three of five in two trainings at the same time',
      (_, desk) => {
        desk.trainings = [
          { ...training, people: 2 },
          { ...training, starts: '2026-11-24T11:00:00.000Z', people: 1 },
        ]
      },
      'teams.tiers.0.team',
    ],
  ],
  sound: [
    ['two of five', (_, desk) => (desk.trainings = [{ ...training, people: 2 }])],
    ['on a Saturday', (_, desk) => (desk.trainings = [{ ...training, starts: '2026-11-28T09:00:00.000Z' }])],
    ['in the evening', (_, desk) => (desk.trainings = [{ ...training, starts: '2026-11-24T18:00:00.000Z' }])],
    [
      'one after the other',
      (_, desk) => {
        desk.trainings = [
          { ...training, people: 2 },
          { ...training, starts: '2026-11-24T12:00:00.000Z', people: 2 },
        ]
      },
    ],
    ['of a course that the plan does not have', (_, desk) => (desk.trainings = [{ ...training, course: 'gone' }])],
  ],
})
