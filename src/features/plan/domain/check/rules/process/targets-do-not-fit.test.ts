import { describeRule } from '../../testing/describe-rule.ts'
import { tier } from '../../testing/plan-parts.ts'
import { rule } from './targets-do-not-fit.ts'

const resolve = 'process.targets.1.resolveMinutes'

describeRule(rule, {
  faults: [
    ['the whole is shorter', (p) => (p.process.targets[1].resolveMinutes = 400), resolve, [resolve]],
    ['one tier takes longer', (p) => (tier(p, 2).targets[1].workMinutes = 480), resolve, [resolve]],
    ['solutions come down step by step', (p) => (p.process.wayDown = 'step-by-step'), resolve, [resolve]],
  ],
  sound: [
    [
      'solutions come down step by step, and quickly',
      (p) => {
        p.process.wayDown = 'step-by-step'
        for (const priority of [1, 2, 3, 4] as const) tier(p, 2).targets[priority].takeNoteMinutes = 15
      },
    ],
    ['it fits to the minute', (p) => (p.process.targets[1].resolveMinutes = 465)],
  ],
})
