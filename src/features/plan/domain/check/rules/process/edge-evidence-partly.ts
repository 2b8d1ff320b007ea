import type { EvidenceItem } from '../../../document/process.ts'
import { platforms } from '../../../values.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A step up asks for evidence, and of some categories for none: those tickets go up with nothing. */
export const rule: Rule = {
  code: 'edge-evidence-partly',
  severity: 'warning',
  find: ({ process: { categories, edges } }) =>
    each(edges, ['process', 'edges'], ({ from, to, evidence }, place) => {
      const required = evidence.filter((item) => item.required)
      if (required.length === 0) return []
      const bare = categories.filter(({ key, platforms: own }) => {
        const asked = required.filter(
          ({ appliesTo }) => appliesTo.categories.length === 0 || appliesTo.categories.includes(key),
        )
        return !(own.length > 0 ? own : platforms).every((platform) => asked.some((item) => isFor(item, platform)))
      })
      const first = bare[0]
      return first
        ? [
            spot([...place, 'evidence'], {
              from,
              to,
              name: first.name,
              count: bare.length,
              all: categories.length,
            }),
          ]
        : []
    }),
}

function isFor({ appliesTo }: EvidenceItem, platform: (typeof platforms)[number]): boolean {
  return appliesTo.platforms.length === 0 || appliesTo.platforms.includes(platform)
}
