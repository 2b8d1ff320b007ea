import type { EvidenceItem } from '../../../document/process.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { edge, evidence } from '../../testing/plan-parts.ts'
import { rule } from './evidence-differs.ts'

const copied = (p: SupportPlan, change: (item: EvidenceItem) => unknown) => {
  const item = structuredClone(evidence(p, 1, 'error-text'))
  change(item)
  edge(p, 2).evidence.unshift(item)
}

describeRule(rule, {
  faults: [
    [
      'a text at one step, a log at the next',
      (p) => copied(p, (item) => (item.kind = 'log')),
      'process.edges.1.evidence.0',
    ],
  ],
  sound: [['the same question in other words', (p) => copied(p, (item) => (item.name.en = 'What does it say?'))]],
})
