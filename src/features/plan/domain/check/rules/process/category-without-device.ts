import { comingPlatforms } from '../../plan-lists.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A category for platforms that no wave brings. */
export const rule: Rule = {
  code: 'category-without-device',
  severity: 'hint',
  find: (plan) => {
    const coming = comingPlatforms(plan)
    return coming === null
      ? []
      : each(plan.process.categories, ['process', 'categories'], ({ name, platforms }, place) =>
          platforms.length === 0 || platforms.some((platform) => coming.has(platform))
            ? []
            : [spot([...place, 'platforms'], { name })],
        )
  },
}
