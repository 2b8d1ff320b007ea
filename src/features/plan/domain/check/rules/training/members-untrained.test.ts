import { describeRule } from '../../testing/describe-rule.ts'
import { course } from '../../testing/plan-parts.ts'
import { rule } from './members-untrained.ts'

const steps = 'training.lineage.steps'

describeRule(rule, {
  faults: [
    [
      'the leads of tier 1 train nobody',
      (p) =>
        (p.training.lineage.steps = p.training.lineage.steps.filter(
          (step) => step.course !== 'tier-1' || step.to === 'lead',
        )),
      'training.courses.0.audience',
      [steps],
    ],
    [
      'the only course of tier 2 is for leads',
      (p) => (course(p, 'tier-2').audience = 'leads'),
      'training.courses.1.audience',
    ],
  ],
  sound: [
    [
      'a course for leads beside one for everyone',
      (p) => {
        p.training.courses.push({ ...structuredClone(course(p, 'tier-2')), key: 'leads', audience: 'leads' })
        p.training.lineage.steps.push({ from: 'root', to: 'lead', course: 'leads' })
      },
    ],
    [
      'a course that nobody gives, which another rule tells',
      (p) => (p.training.lineage.steps = p.training.lineage.steps.filter((step) => step.course !== 'tier-1')),
    ],
    ['a course for members only', (p) => (course(p, 'tier-2').audience = 'members')],
  ],
})
