import { describeRule } from '../../testing/describe-rule.ts'
import { readiness } from '../../testing/plan-parts.ts'
import { rule } from './readiness-unfed.ts'

const satisfaction = 'involvement.readiness.7.waves'

describeRule(rule, {
  faults: [
    [
      'satisfaction before anybody was helped',
      (p) => readiness(p, 'satisfaction').waves.push('pilot'),
      satisfaction,
      [satisfaction],
    ],
    ['commitments met, without commitments', (p) => (p.involvement.commitments = []), 'involvement.readiness.3'],
    [
      'certified for a tier that has no course',
      (p) => (p.training.courses = p.training.courses.filter((one) => one.tier !== 2)),
      'involvement.readiness.1',
    ],
  ],
  sound: [['satisfaction from the second wave on', (p) => readiness(p, 'satisfaction').waves.push('wave-1')]],
})
