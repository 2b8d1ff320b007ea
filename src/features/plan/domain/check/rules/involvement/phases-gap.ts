import { dayNumber } from '../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

const weekDays = 7

/** More than a week between two phases, in which the plan says nothing about how support works. */
export const rule: Rule = {
  code: 'phases-gap',
  severity: 'hint',
  find: ({ involvement: { phases } }) =>
    each(phases, ['involvement', 'phases'], ({ starts, name }, place) => {
      const earlier = phases.filter((one) => one.starts < starts)
      const ends = earlier
        .map((one) => one.ends)
        .toSorted()
        .at(-1)
      const days = ends === undefined ? 0 : dayNumber(starts) - dayNumber(ends) - 1
      return ends !== undefined && days > weekDays
        ? [spot([...place, 'starts'], { name, days, ends, starts })]
        : []
    }),
}
