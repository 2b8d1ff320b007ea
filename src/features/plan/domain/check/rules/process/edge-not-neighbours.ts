import type { Edge } from '../../../document/process.ts'
import { valueAt } from '../../../edit/at-place.ts'
import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'edge-not-neighbours',
  severity: 'error',
  find: ({ process }) =>
    each(process.edges, ['process', 'edges'], ({ from, to }, place) =>
      to === from + 1 ? [] : [spot(place, { from, to })],
    ),
  // Its evidence would go along, also what requesters are asked for.
  mend: (plan, { place }) => {
    const { evidence } = valueAt(plan, place) as Edge
    return evidence.length === 0 ? withoutEntry(plan, place) : null
  },
}
