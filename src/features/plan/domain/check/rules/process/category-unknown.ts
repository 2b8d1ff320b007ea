import { valueAt } from '../../../edit/at-place.ts'
import { withoutEntry } from '../../change.ts'
import { each, type Rule, strangers } from '../../rule.ts'

export const rule: Rule = {
  code: 'category-unknown',
  severity: 'error',
  find: ({ process: { categories, edges } }) => {
    const known = new Set(categories.map((category) => category.key))
    return each(edges, ['process', 'edges'], ({ evidence }, place) =>
      each(evidence, [...place, 'evidence'], ({ appliesTo }, at) =>
        strangers(appliesTo.categories, known, [...at, 'appliesTo', 'categories']),
      ),
    )
  },
  // Without its last category, evidence would suddenly be asked of every ticket.
  mend: (plan, { place }) =>
    (valueAt(plan, place.slice(0, -1)) as readonly string[]).length > 1 ? withoutEntry(plan, place) : null,
}
