import type { Readiness } from '../../../document/involvement.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Figures that are measured while a wave runs: before the first there is nothing to measure. */
const measured = new Set<Readiness['figure']>([
  'open-tickets-previous-wave',
  'solved-at-tier-1',
  'target-attainment',
  'satisfaction',
])

/** A figure that no data can feed by the time it is asked for. */
export const rule: Rule = {
  code: 'readiness-unfed',
  severity: 'warning',
  find: ({ training, involvement: { phases, commitments, readiness } }) => {
    const waves = phases.flatMap((phase) => phase.waves)
    const first = waves.toSorted((one, other) => (one.starts < other.starts ? -1 : 1))[0]
    return each(readiness, ['involvement', 'readiness'], ({ figure, tier, waves: named }, place) => {
      if (first && measured.has(figure) && named.includes(first.key)) {
        return [spot([...place, 'waves'], { figure, why: 'first-wave', name: first.name, key: first.key })]
      }
      if (figure === 'commitments-met' && commitments.length === 0)
        return [spot(place, { figure, why: 'no-commitments' })]
      const taught = training.courses.some((course) => tier === null || course.tier === tier)
      return figure === 'certified-agents' && !taught ? [spot(place, { figure, why: 'no-course' })] : []
    })
  },
  mend: (plan, { place, values }) =>
    values['why'] === 'first-wave'
      ? withValue(
          plan,
          place,
          (valueAt(plan, place) as readonly string[]).filter((key) => key !== values['key']),
        )
      : null,
}
