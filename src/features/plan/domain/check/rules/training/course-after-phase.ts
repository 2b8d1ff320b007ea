import type { Course } from '../../../document/training.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { addDays, dayNumber } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** People have to be trained when the phase begins, and the training is not over by then. */
export const rule: Rule = {
  code: 'course-after-phase',
  severity: 'warning',
  find: ({ training, involvement }) =>
    each(training.courses, ['training', 'courses'], ({ planned, name }, place) => {
      const phase = involvement.phases.find(({ key }) => key === planned?.beforePhase)
      return planned && phase && dayNumber(planned.ends) >= dayNumber(phase.starts)
        ? [
            spot([...place, 'planned', 'ends'], {
              name,
              ends: planned.ends,
              phase: phase.name,
              starts: phase.starts,
            }),
          ]
        : []
    }),
  /** The whole training moves, and ends the day before the phase. */
  mend: (plan, { place, values }) => {
    const at = place.slice(0, -1)
    const planned = valueAt(plan, at) as NonNullable<Course['planned']>
    const ends = addDays(values['starts'] as string, -1)
    const starts = addDays(planned.starts, dayNumber(ends) - dayNumber(planned.ends))
    return withValue(plan, at, { ...planned, starts, ends })
  },
}
