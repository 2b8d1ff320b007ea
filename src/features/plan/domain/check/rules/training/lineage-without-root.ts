import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Leads train their teams in a course that nobody has trained the leads in: the chain begins nowhere. */
export const rule: Rule = {
  code: 'lineage-without-root',
  severity: 'warning',
  find: ({ training: { lineage } }) => {
    const toLeads = new Set(lineage.steps.filter((step) => step.from === 'root').map((step) => step.course))
    if (lineage.steps.length === 0) return [spot(['training', 'lineage', 'steps'])]
    return each(lineage.steps, ['training', 'lineage', 'steps'], ({ from, course }, place) =>
      from === 'lead' && !toLeads.has(course) ? [spot(place)] : [],
    )
  },
  mend: (plan, { place }) => {
    const step = valueAt(plan, place)
    if (Array.isArray(step)) return null
    const first = { ...(step as { readonly course: string }), from: 'root', to: 'lead' }
    const steps = ['training', 'lineage', 'steps']
    return withValue(plan, steps, [first, ...plan.training.lineage.steps])
  },
}
