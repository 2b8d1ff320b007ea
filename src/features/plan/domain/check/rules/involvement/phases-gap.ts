import { dayNumber, lastDay } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

const weekDays = 7

/** More than a week between two phases, in which the plan says nothing about how support works. */
export const rule: Rule = {
  code: 'phases-gap',
  severity: 'hint',
  find: ({ involvement: { phases } }) =>
    each(phases, ['involvement', 'phases'], ({ starts, name }, place) => {
      const ends = lastDay(phases.filter((one) => one.starts < starts).map((one) => one.ends))
      const days = dayNumber(starts) - dayNumber(ends) - 1
      return days > weekDays ? [spot([...place, 'starts'], { name, days, ends, starts })] : []
    }),
}
