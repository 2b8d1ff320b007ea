import { describeRule } from '../../testing/describe-rule.ts'
import { wave } from '../../testing/plan-parts.ts'
import { rule } from './retraining-in-wave.ts'

describeRule(rule, {
  on: 'desk',
  faults: [
    [
      'three people, while the first wave runs',
      (p, desk) => {
        Object.assign(wave(p, 'wave-1'), { starts: '2027-01-11', ends: '2027-01-29' })
        desk.retraining = [{ tier: 1, people: 3, due: '2027-01-20' }]
      },
      'involvement.phases.1.waves.0',
    ],
  ],
  sound: [
    [
      'the day before it begins',
      (p, desk) => {
        for (const phase of p.involvement.phases) {
          for (const one of phase.waves) Object.assign(one, { starts: '2027-02-01', ends: '2027-02-12' })
        }
        desk.retraining = [{ tier: 1, people: 3, due: '2027-01-31' }]
      },
    ],
    [
      'a day that has passed',
      (p, desk) => {
        desk.today = '2027-06-01'
        desk.retraining = [{ tier: 1, people: 3, due: wave(p, 'wave-1').starts }]
      },
    ],
  ],
})
