import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './lineage-without-root.ts'

const steps = 'training.lineage.steps'

describeRule(rule, {
  faults: [
    ['nobody trains the leads of tier 1', (p) => p.training.lineage.steps.shift(), `${steps}.2`, [steps]],
    ['there is no lineage', (p) => (p.training.lineage.steps = []), steps],
  ],
  sound: [
    [
      'the MDM team trains everybody',
      (p) => {
        for (const step of p.training.lineage.steps) step.from = 'root'
      },
    ],
  ],
})
