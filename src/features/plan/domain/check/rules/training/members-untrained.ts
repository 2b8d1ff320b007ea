import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** Train the trainer stops half-way: the leads of a tier are trained, and nobody trains the members. */
export const rule: Rule = {
  code: 'members-untrained',
  severity: 'warning',
  find: ({ teams, training: { courses, lineage } }) =>
    teams.tiers.flatMap(({ level, name }) => {
      const given = courses.filter(
        ({ tier, key }) => tier === level && lineage.steps.some(({ course }) => course === key),
      )
      const reaches = given.some(
        ({ key, audience }) =>
          audience !== 'leads' && lineage.steps.some(({ to, course }) => to === 'member' && course === key),
      )
      const first = given[0]
      if (!first || reaches) return []
      const place = ['training', 'courses', courses.indexOf(first), 'audience']
      return [spot(place, { tier: level, name, course: first.key, audience: first.audience })]
    }),
  mend: (plan, { values }) => {
    const course = values['course'] as string
    const toLeads = plan.training.lineage.steps.some((step) => step.course === course && step.to === 'lead')
    return values['audience'] === 'leads'
      ? null
      : withEntry(plan, ['training', 'lineage', 'steps'], {
          from: toLeads ? 'lead' : 'root',
          to: 'member',
          course,
        })
  },
}
