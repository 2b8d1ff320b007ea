import type { Course } from '../../../document/training.ts'
import { addDays, dayNumber } from '../../../days.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** All training of a tier is for a later phase: in the first one its people have tickets, and may not work in the tier yet. */
export const rule: Rule = {
  code: 'tier-trained-late',
  severity: 'warning',
  find: ({ teams, training: { courses }, involvement: { phases } }) => {
    const [first, ...later] = phases.toSorted((one, other) => (one.starts < other.starts ? -1 : 1))
    if (!first || Number.isNaN(dayNumber(first.starts))) return []
    const isLater = (key: string) => later.some((phase) => phase.key === key)
    return teams.tiers.flatMap(({ level, name }) => {
      const own = courses.filter((course) => course.tier === level)
      const [soonest] = own.toSorted((one, other) =>
        (one.planned?.ends ?? '') < (other.planned?.ends ?? '') ? -1 : 1,
      )
      if (!soonest?.planned || soonest.planned.ends < first.starts || !isLater(soonest.planned.beforePhase))
        return []
      const values = {
        tier: level,
        name,
        ends: soonest.planned.ends,
        phase: first.name,
        starts: first.starts,
        key: first.key,
      }
      return [spot(['training', 'courses', courses.indexOf(soonest), 'planned', 'beforePhase'], values)]
    })
  },
  /** The whole training moves, and ends the day before the first phase. */
  mend: (plan, { place, values }) => {
    const at = place.slice(0, -1)
    const planned = valueAt(plan, at) as NonNullable<Course['planned']>
    const ends = addDays(values['starts'] as string, -1)
    const starts = addDays(planned.starts, dayNumber(ends) - dayNumber(planned.ends))
    return withValue(plan, at, { starts, ends, beforePhase: values['key'] })
  },
}
