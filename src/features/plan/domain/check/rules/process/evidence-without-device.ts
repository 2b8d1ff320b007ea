import { comingPlatforms } from '../../plan-lists.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Evidence about platforms that no wave brings. */
export const rule: Rule = {
  code: 'evidence-without-device',
  severity: 'hint',
  find: (plan) => {
    const coming = comingPlatforms(plan)
    return coming === null
      ? []
      : each(plan.process.edges, ['process', 'edges'], ({ evidence }, place) =>
          each(evidence, [...place, 'evidence'], ({ name, appliesTo: { platforms } }, at) =>
            platforms.length === 0 || platforms.some((platform) => coming.has(platform))
              ? []
              : [spot([...at, 'appliesTo', 'platforms'], { name })],
          ),
        )
  },
}
