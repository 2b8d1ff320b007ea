import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** Without a way up, the tier above cannot be reached. */
export const rule: Rule = {
  code: 'edge-missing',
  severity: 'error',
  find: ({ teams, process }) => {
    const top = teams.tiers.length + (teams.vendor ? 1 : 0)
    return Array.from({ length: Math.max(0, top - 1) }, (_, index) => index + 1)
      .filter((from) => !process.edges.some((edge) => edge.from === from && edge.to === from + 1))
      .map((from) => spot(['process', 'edges'], { from, to: from + 1 }))
  },
  mend: (plan, { values }) => {
    const edge = { from: Number(values['from']), to: Number(values['to']), evidence: [] }
    const edges = [...plan.process.edges, edge].toSorted((one, other) => one.from - other.from)
    return withValue(plan, ['process', 'edges'], edges)
  },
}
