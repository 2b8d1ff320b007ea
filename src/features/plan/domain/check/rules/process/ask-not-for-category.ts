import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** What a requester of this category is asked is evidence for other categories, so the question is never put. */
export const rule: Rule = {
  code: 'ask-not-for-category',
  severity: 'warning',
  find: ({ process: { categories, edges } }) => {
    const items = edges.flatMap((edge) => edge.evidence)
    return each(categories, ['process', 'categories'], ({ key, name, asks }, place) =>
      each(asks, [...place, 'asks'], (ask, at) => {
        const named = items.filter((item) => item.key === ask)
        const applies = named.some(
          ({ appliesTo }) => appliesTo.categories.length === 0 || appliesTo.categories.includes(key),
        )
        const evidence = named[0]?.name
        return evidence && !applies ? [spot(at, { name, evidence })] : []
      }),
    )
  },
  mend: (plan, { place }) => withoutEntry(plan, place),
}
