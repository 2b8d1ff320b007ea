import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, commitment, course } from '../../testing/plan-parts.ts'
import { rule } from './phase-unknown.ts'

describeRule(rule, {
  faults: [
    [
      'of a bridge',
      (p) => bridge(p).phases.push('nothing'),
      'involvement.bridges.0.phases.2',
      ['involvement.bridges.0.phases'],
    ],
    ['the only one of a bridge', (p) => (bridge(p).phases = ['nothing']), 'involvement.bridges.0.phases.0'],
    [
      'of a commitment',
      (p) => (commitment(p, 'plan-review').beforePhase = 'nothing'),
      'involvement.commitments.0.beforePhase',
    ],
    [
      'of a course',
      (p) => (course(p, 'tier-1').planned = { starts: '2026-11-23', ends: '2026-11-27', beforePhase: 'nothing' }),
      'training.courses.0.planned.beforePhase',
    ],
  ],
  sound: [['a course without dates', (p) => (course(p, 'tier-1').planned = null)]],
})
