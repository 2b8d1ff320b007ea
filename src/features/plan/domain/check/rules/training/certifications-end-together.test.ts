import { describeRule } from '../../testing/describe-rule.ts'
import type { aDesk } from '../../testing/plan-parts.ts'
import { rule } from './certifications-end-together.ts'

type Desk = ReturnType<typeof aDesk>

const ending = (desk: Desk, days: readonly string[]) => {
  for (const [index, one] of desk.certified.filter(({ tier }) => tier === 1).entries()) {
    one.until = days[index % days.length] ?? null
  }
}
const training = { course: 'tier-1', starts: '2026-12-02T09:00:00.000Z', minutes: 150, seats: 8, people: 3 }

describeRule(rule, {
  on: 'desk',
  faults: [
    ['all three in the pilot', (_, desk) => ending(desk, ['2026-12-04', '2026-12-09']), 'teams.tiers.0.team'],
    [
      'a training in which there is room for two',
      (_, desk) => {
        ending(desk, ['2026-12-04', '2026-12-09'])
        desk.trainings = [{ ...training, people: 2 }]
      },
      'teams.tiers.0.team',
    ],
  ],
  sound: [
    ['over two phases', (_, desk) => ending(desk, ['2026-12-04', '2027-06-09'])],
    [
      'a training renews them first',
      (_, desk) => {
        ending(desk, ['2026-12-04', '2026-12-09'])
        desk.trainings = [training]
      },
    ],
    [
      'one of them never ends',
      (_, desk) => {
        ending(desk, ['2026-12-04'])
        const [first] = desk.certified
        if (first) first.until = null
      },
    ],
  ],
})
