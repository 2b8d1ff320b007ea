import { dayNumber } from '../../../days.ts'
import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A figure looks further back than the bridge exists, so that it is full only when the bridge is over anyway. */
export const rule: Rule = {
  code: 'bridge-exit-too-long',
  severity: 'hint',
  find: ({ involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ name, phases, exitWhen }, place) => {
      const held = involvement.phases.filter((phase) => phases.includes(phase.key))
      const first = Math.min(...held.map((phase) => dayNumber(phase.starts)))
      const last = Math.max(...held.map((phase) => dayNumber(phase.ends)))
      const length = last - first + 1
      if (!(length >= 1 && length <= 90)) return []
      return each(exitWhen, [...place, 'exitWhen'], ({ days }, at) =>
        days > length ? [spot([...at, 'days'], { name, days, length })] : [],
      )
    }),
  mend: (plan, { place, values }) => withValue(plan, place, values['length']),
}
