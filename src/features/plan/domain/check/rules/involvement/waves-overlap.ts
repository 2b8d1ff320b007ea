import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** People of one group are in two waves at once. */
export const rule: Rule = {
  code: 'waves-overlap',
  severity: 'warning',
  find: ({ involvement: { phases } }) => {
    const all = phases.flatMap((phase) => phase.waves)
    return each(phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], (wave, at) => {
        const earlier = all
          .slice(0, all.indexOf(wave))
          .filter((one) => one.starts <= wave.ends && wave.starts <= one.ends)
        return each(wave.groups, [...at, 'groups'], (group) => {
          const other = earlier.find((one) => one.groups.includes(group))
          return other ? [spot([...at, 'groups'], { name: wave.name, other: other.name, group })] : []
        })
      }),
    )
  },
  mend: (plan, { place, values }) =>
    withValue(
      plan,
      place,
      (valueAt(plan, place) as readonly string[]).filter((group) => group !== values['group']),
    ),
}
