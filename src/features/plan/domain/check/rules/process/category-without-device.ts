import { each, type Rule, spot } from '../../rule.ts'

/** A category for platforms that no wave brings. */
export const rule: Rule = {
  code: 'category-without-device',
  severity: 'hint',
  find: ({ process, involvement }) => {
    const shares = involvement.phases.flatMap((phase) => phase.waves).map((wave) => wave.platforms)
    if (shares.length === 0 || shares.some((list) => list.length === 0)) return []
    const coming = new Set(shares.flat().flatMap((one) => (one.percent > 0 ? [one.platform] : [])))
    return each(process.categories, ['process', 'categories'], ({ name, platforms }, place) =>
      platforms.length === 0 || platforms.some((platform) => coming.has(platform))
        ? []
        : [spot([...place, 'platforms'], { name })],
    )
  },
}
