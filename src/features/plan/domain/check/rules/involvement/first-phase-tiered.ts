import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** In the first phases everything is new: the guide has staff of all tiers meet. */
export const rule: Rule = {
  code: 'first-phase-tiered',
  severity: 'warning',
  find: ({ involvement: { phases } }) => {
    const order = phases.map((phase, index) => ({ phase, index }))
    const first = order.toSorted((one, other) => (one.phase.starts < other.phase.starts ? -1 : 1))[0]
    return first?.phase.mode === 'tiered'
      ? [spot(['involvement', 'phases', first.index, 'mode'], { name: first.phase.name })]
      : []
  },
  mend: (plan, { place }) => withValue(plan, place, 'bridge'),
}
