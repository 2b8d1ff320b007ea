import { describeRule } from '../../testing/describe-rule.ts'
import { rule } from './retraining-never.ts'

const retrainOn = 'training.lineage.retrainOn'

describeRule(rule, {
  faults: [['no kind of change is named', (p) => (p.training.lineage.retrainOn = []), retrainOn, [retrainOn]]],
  sound: [['one is', (p) => (p.training.lineage.retrainOn = ['process'])]],
})
