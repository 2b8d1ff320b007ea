import { describeRule } from '../../testing/describe-rule.ts'
import { course, edge, evidence, nth, vendor, wave } from '../../testing/plan-parts.ts'
import { rule } from './key-twice.ts'

describeRule(rule, {
  faults: [
    ['two support hours', (p) => (nth(p.teams.supportHours, 1).key = 'office-hours'), 'teams.supportHours.1.key'],
    ['two severities', (p) => (nth(vendor(p).severities, 1).key = 'a'), 'teams.vendor.severities.1.key'],
    [
      'two options',
      (p) => (nth(evidence(p, 1, 'ownership').options, 1).key = nth(evidence(p, 1, 'ownership').options, 0).key),
      'process.edges.0.evidence.5.options.1.key',
    ],
    ['two waves of one phase', (p) => (wave(p, 'wave-3').key = 'wave-2'), 'involvement.phases.2.waves.1.key'],
  ],
  sound: [
    ['one key in two kinds of list', (p) => (course(p, 'tier-1').key = 'pilot')],
    [
      'one evidence on two ways up',
      (p) => edge(p, 2).evidence.push(structuredClone(evidence(p, 1, 'screenshot'))),
    ],
  ],
})
