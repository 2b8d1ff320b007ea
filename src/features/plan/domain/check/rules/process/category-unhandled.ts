import { each, type Rule, spot } from '../../rule.ts'

/**
 * A category that no step up asks anything about: nobody has thought of what to do with it. The plan gives every tier every category,
 * so this is how a category that nobody handles shows.
 */
export const rule: Rule = {
  code: 'category-unhandled',
  severity: 'warning',
  find: ({ process: { categories, edges } }) => {
    const items = edges.flatMap((edge) => edge.evidence)
    if (items.length === 0) return []
    return each(categories, ['process', 'categories'], ({ key, name }, place) =>
      items.some(({ appliesTo }) => appliesTo.categories.length === 0 || appliesTo.categories.includes(key))
        ? []
        : [spot(place, { name })],
    )
  },
}
