import type { SupportPlan } from '../../../document/support-plan.ts'
import { describeRule } from '../../testing/describe-rule.ts'
import { category, evidence } from '../../testing/plan-parts.ts'
import { rule } from './evidence-never-asked.ts'

const iosOnly = (p: SupportPlan) => {
  category(p, 'app-install').platforms = ['ios']
  evidence(p, 1, 'error-text').appliesTo = { categories: ['app-install'], platforms: ['windows'] }
}

describeRule(rule, {
  faults: [['for Windows, in a category for iPhones', iosOnly, 'process.edges.0.evidence.0.appliesTo']],
  sound: [
    [
      'another of its categories has Windows',
      (p) => {
        iosOnly(p)
        evidence(p, 1, 'error-text').appliesTo.categories.push('enrollment-blocked')
      },
    ],
  ],
})
