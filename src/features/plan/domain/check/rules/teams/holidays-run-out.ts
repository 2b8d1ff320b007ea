import { lastDay } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/**
 * The public holidays that are written out end before the rollout does, so clocks would run on days that are free. Days that are
 * not written out at all are no fault: the desk does that when the plan is saved.
 */
export const rule: Rule = {
  code: 'holidays-run-out',
  severity: 'warning',
  find: ({ teams, involvement }) => {
    const end = lastDay(involvement.phases.map((phase) => phase.ends))
    return each(teams.supportHours, ['teams', 'supportHours'], ({ holidays }, place) => {
      const last = lastDay(holidays.publicDays.map(({ date }) => date))
      return holidays.country !== null && last !== '' && last.slice(0, 4) < end.slice(0, 4)
        ? [spot([...place, 'holidays'], { last, ends: end })]
        : []
    })
  },
}
