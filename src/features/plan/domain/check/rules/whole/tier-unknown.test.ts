import { describeRule } from '../../testing/describe-rule.ts'
import { bridge, course, edge, nth, readiness } from '../../testing/plan-parts.ts'
import { rule } from './tier-unknown.ts'

describeRule(rule, {
  faults: [
    ['a way up out of nowhere', (p) => p.process.edges.push({ from: 4, to: 5, evidence: [] }), 'process.edges.3'],
    ['a fast lane to the vendor', (p) => (nth(p.process.fastLanes, 0).to = 4), 'process.fastLanes.0.to'],
    [
      'an action on devices',
      (p) => (nth(p.process.deviceActions, 0).tiers = [1, 8]),
      'process.deviceActions.0.tiers.1',
    ],
    ['a course', (p) => (course(p, 'tier-1').tier = 8), 'training.courses.0.tier'],
    ['a quorum', (p) => (nth(bridge(p).quorum, 0).tier = 8), 'involvement.bridges.0.quorum.0.tier'],
    ['a readiness figure', (p) => (readiness(p, 'certified-agents').tier = 8), 'involvement.readiness.0.tier'],
    ['a resource', (p) => (nth(p.involvement.resources, 0).tiers = [8]), 'involvement.resources.0.tiers.0'],
  ],
  sound: [
    ['a way up to the vendor', (p) => (edge(p, 3).evidence = [])],
    ['a figure of no tier in particular', (p) => (readiness(p, 'certified-agents').tier = null)],
  ],
})
