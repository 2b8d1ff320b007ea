import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'edge-not-neighbours',
  severity: 'error',
  find: ({ process }) =>
    each(process.edges, ['process', 'edges'], ({ from, to }, place) =>
      to === from + 1 ? [] : [spot(place, { from, to })],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}
