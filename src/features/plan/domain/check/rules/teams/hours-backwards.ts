import { each, type Rule, spot } from '../../rule.ts'
import { minuteOf } from '../../week.ts'

export const rule: Rule = {
  code: 'hours-backwards',
  severity: 'error',
  find: ({ teams }) =>
    each(teams.supportHours, ['teams', 'supportHours'], ({ weekly }, place) =>
      each(weekly, [...place, 'weekly'], ({ from, to }, at) =>
        minuteOf(from) >= minuteOf(to) ? [spot(at, { from, to })] : [],
      ),
    ),
}
