import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'hours-overlap',
  severity: 'error',
  find: ({ teams }) =>
    each(teams.supportHours, ['teams', 'supportHours'], ({ weekly }, place) =>
      each(weekly, [...place, 'weekly'], ({ day, from, to }, at, index) =>
        weekly.slice(0, index).some((other) => other.day === day && from < other.to && other.from < to)
          ? [spot(at, { from, to })]
          : [],
      ),
    ),
}
