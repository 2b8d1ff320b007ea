import type { Text } from '../../../document/text.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { coverOf, openMinutes, perDay, uncovered, weekOf } from '../../week.ts'

/** Hours in which a tier is open, and the one it escalates to has neither support hours nor anybody on call. */
export const rule: Rule = {
  code: 'hours-uncovered',
  severity: 'warning',
  find: (plan) =>
    each(plan.teams.tiers, ['teams', 'tiers'], (upper, place, index) => {
      const lower = plan.teams.tiers[index - 1]
      const open = plan.teams.supportHours.find((hours) => hours.key === lower?.supportHours)
      const cover = coverOf(plan, upper)
      if (!lower || !open || cover.length === 0) return []
      const left = uncovered(weekOf(open), cover)
      const first = perDay(left)[0]
      if (!first) return []
      return [
        spot([...place, 'supportHours'], {
          ...first,
          tier: upper.level,
          lower: lower.level,
          totalMinutes: openMinutes(left),
          hours: open.key,
        }),
      ]
    }),
  /** On call whenever the lower tier is open; only where nothing is said about being on call yet. */
  mend: (plan, { place, values }) => {
    const onCall = [...place.slice(0, -1), 'onCall']
    if (valueAt(plan, onCall) !== null) return null
    const note: Text = {
      nl: 'Voor wat niet tot de volgende werkdag kan wachten.',
      en: 'For what cannot wait until the next working day.',
    }
    return withValue(plan, onCall, { hours: values['hours'], note })
  },
}
