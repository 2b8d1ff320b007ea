import { withoutEntry } from '../../change.ts'
import { each, type Rule, strangers } from '../../rule.ts'

export const rule: Rule = {
  code: 'evidence-unknown',
  severity: 'error',
  find: ({ process: { categories, edges } }) => {
    const known = new Set(edges.flatMap((edge) => edge.evidence.map((item) => item.key)))
    return each(categories, ['process', 'categories'], ({ asks }, place) =>
      strangers(asks, known, [...place, 'asks']),
    )
  },
  mend: (plan, { place }) => withoutEntry(plan, place),
}
