import { withValue } from '../../../edit/at-place.ts'
import { addDays, dayNumber } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Agreed on for a day on which its phase has begun already. */
export const rule: Rule = {
  code: 'commitment-after-phase',
  severity: 'warning',
  find: ({ involvement: { commitments, phases } }) =>
    each(commitments, ['involvement', 'commitments'], ({ what, due, beforePhase }, place) => {
      const phase = phases.find(({ key }) => key === beforePhase)
      return due && phase && dayNumber(due) >= dayNumber(phase.starts)
        ? [spot([...place, 'due'], { what, due, phase: phase.name, starts: phase.starts })]
        : []
    }),
  mend: (plan, { place, values }) => withValue(plan, place, addDays(values['starts'] as string, -1)),
}
