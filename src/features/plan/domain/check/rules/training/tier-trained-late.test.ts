import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './tier-trained-late.ts'

const planned = 'training.courses.0.planned'
const moved = [`${planned}.starts`, `${planned}.ends`, `${planned}.beforePhase`]

describeRule(rule, {
  faults: [
    [
      'tier 1 is trained during the pilot',
      (p) =>
        (course(p, 'tier-1').planned = {
          starts: '2026-12-07',
          ends: '2026-12-11',
          beforePhase: 'first-production',
        }),
      `${planned}.beforePhase`,
      moved,
    ],
    [
      'both trainings of tier 1 come after the pilot began',
      (p) => {
        const late = { starts: '2026-12-28', ends: '2026-12-31', beforePhase: 'full-production' }
        course(p, 'tier-1').planned = late
        p.training.courses.push({ ...structuredClone(course(p, 'tier-1')), key: 'again' })
      },
      `${planned}.beforePhase`,
      moved,
    ],
  ],
  sound: [
    [
      'a second training, later',
      (p) =>
        p.training.courses.push({
          ...structuredClone(course(p, 'tier-1')),
          key: 'again',
          planned: { starts: '2026-12-28', ends: '2026-12-31', beforePhase: 'full-production' },
        }),
    ],
    ['no date yet', (p) => (course(p, 'tier-1').planned = null)],
    [
      'too late for the first phase itself, which another rule tells',
      (p) => (course(p, 'tier-1').planned = { starts: '2026-12-07', ends: '2026-12-11', beforePhase: 'pilot' }),
    ],
  ],
})
