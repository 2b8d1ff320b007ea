import { each, type Rule, spot } from '../../rule.ts'

/** Its categories are for other platforms than it is, so no ticket ever meets both. */
export const rule: Rule = {
  code: 'evidence-never-asked',
  severity: 'warning',
  find: ({ process: { categories, edges } }) =>
    each(edges, ['process', 'edges'], ({ evidence }, place) =>
      each(evidence, [...place, 'evidence'], ({ appliesTo, name }, at) => {
        const named = categories.filter(
          ({ key }) => appliesTo.categories.length === 0 || appliesTo.categories.includes(key),
        )
        const meets = named.some(
          ({ platforms }) =>
            platforms.length === 0 ||
            appliesTo.platforms.length === 0 ||
            platforms.some((platform) => appliesTo.platforms.includes(platform)),
        )
        return named.length === 0 || meets ? [] : [spot([...at, 'appliesTo'], { name })]
      }),
    ),
}
