import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './target-slower-when-urgent.ts'

const place = 'teams.tiers.0.targets.2.acknowledgeMinutes'

describeRule(rule, {
  faults: [
    [
      'priority 2 is taken up later than 3',
      (p) => (tier(p, 1).targets[2].acknowledgeMinutes = 90),
      place,
      [place],
    ],
    [
      'priority 1 is resolved later than 2',
      (p) => (p.process.targets[1].resolveMinutes = 1200),
      'process.targets.1.resolveMinutes',
      ['process.targets.1.resolveMinutes'],
    ],
  ],
  sound: [['both are as quick', (p) => (tier(p, 1).targets[2].acknowledgeMinutes = 60)]],
})
