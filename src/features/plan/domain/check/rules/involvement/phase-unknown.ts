import { valueAt } from '../../../edit/at-place.ts'
import { withoutEntry } from '../../change.ts'
import type { Place } from '../../finding.ts'
import { each, type Rule, spot, strangers } from '../../rule.ts'

/** Bridges, commitments and courses name the phases they are for. */
export const rule: Rule = {
  code: 'phase-unknown',
  severity: 'error',
  find: ({ training, involvement: { phases, bridges, commitments } }) => {
    const known = new Set(phases.map((phase) => phase.key))
    const named = (key: string, place: Place) => (known.has(key) ? [] : [spot(place, { value: key })])
    return [
      ...each(bridges, ['involvement', 'bridges'], (bridge, place) =>
        strangers(bridge.phases, known, [...place, 'phases']),
      ),
      ...each(commitments, ['involvement', 'commitments'], ({ beforePhase }, place) =>
        named(beforePhase, [...place, 'beforePhase']),
      ),
      ...each(training.courses, ['training', 'courses'], ({ planned }, place) =>
        planned ? named(planned.beforePhase, [...place, 'planned', 'beforePhase']) : [],
      ),
    ]
  },
  mend: (plan, { place }) => {
    const list = valueAt(plan, place.slice(0, -1))
    return Array.isArray(list) && list.length > 1 ? withoutEntry(plan, place) : null
  },
}
