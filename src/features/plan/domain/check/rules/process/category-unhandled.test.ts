import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { evidence } from '../../testing/plan-parts.ts'
import { rule } from './category-unhandled.ts'

const others = (p: SupportPlan) => {
  const named = p.process.categories.slice(1).map((one) => one.key)
  for (const item of p.process.edges.flatMap((one) => one.evidence)) item.appliesTo.categories = named
}

describeRule(rule, {
  faults: [['all evidence is for other categories', others, 'process.categories.0']],
  sound: [
    [
      'one piece of evidence is for every category',
      (p) => {
        others(p)
        evidence(p, 1, 'error-text').appliesTo.categories = []
      },
    ],
  ],
})
