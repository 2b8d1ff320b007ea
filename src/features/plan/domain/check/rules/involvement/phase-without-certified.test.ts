import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './phase-without-certified.ts'
import type { aDesk } from '../../testing/plan-parts.ts'

type Desk = ReturnType<typeof aDesk>

const ending = (desk: Desk, day: string) => {
  for (const one of desk.certified) if (one.tier === 1) one.until = day
}
const training = (starts: string) => ({ course: 'tier-1', starts, minutes: 150, seats: 8, people: 5 })

describeRule(rule, {
  on: 'desk',
  faults: [
    ['all of a tier end before the pilot', (_, desk) => ending(desk, '2026-11-29'), 'involvement.phases.0.starts'],
    [
      'the next training comes after the pilot has begun',
      (_, desk) => {
        ending(desk, '2026-11-29')
        desk.trainings = [training('2026-12-01T09:00:00.000Z')]
      },
      'involvement.phases.0.starts',
    ],
    [
      'a tier is first trained when the pilot has begun',
      (_, desk) => {
        desk.certified = desk.certified.filter(({ tier }) => tier !== 1)
        desk.trainings = [training('2026-12-01T09:00:00.000Z')]
      },
      'involvement.phases.0.starts',
    ],
  ],
  sound: [
    [
      'one of them may go on',
      (_, desk) => {
        ending(desk, '2026-11-29')
        const [first] = desk.certified
        if (first) first.until = '2028-01-01'
      },
    ],
    [
      'they train again before it',
      (_, desk) => {
        ending(desk, '2026-11-29')
        desk.trainings = ['2026-11-26T09:00:00.000Z'].map(training)
      },
    ],
    ['nobody was ever trained', (_, desk) => (desk.certified = [])],
    ['the phase has begun already', (_, desk) => (desk.today = '2028-01-01')],
  ],
})
