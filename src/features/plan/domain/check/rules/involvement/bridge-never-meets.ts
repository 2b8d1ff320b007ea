import { addDays, dayNumber, weekdayOf } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A phase that is over before the weekday on which its bridge meets has come. */
export const rule: Rule = {
  code: 'bridge-never-meets',
  severity: 'warning',
  find: ({ involvement: { bridges, phases } }) =>
    each(bridges, ['involvement', 'bridges'], ({ phases: named, weekly, name }, place) =>
      each(named, [...place, 'phases'], (key, at) => {
        const phase = phases.find((one) => one.key === key)
        const days = phase ? dayNumber(phase.ends) - dayNumber(phase.starts) + 1 : 0
        if (!phase || !(days > 0 && days < 7)) return []
        const weekdays = Array.from({ length: days }, (_, index) => weekdayOf(addDays(phase.starts, index)))
        return weekly.some(({ day }) => weekdays.includes(day))
          ? []
          : [spot(at, { name, phase: phase.name, starts: phase.starts, ends: phase.ends })]
      }),
    ),
}
