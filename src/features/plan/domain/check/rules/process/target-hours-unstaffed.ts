import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'
import { coverOf, openMinutes, perDay, uncovered, weekOf } from '../../week.ts'

/** The overall clock runs while no tier is in. */
export const rule: Rule = {
  code: 'target-hours-unstaffed',
  severity: 'hint',
  find: (plan) => {
    const hours = plan.teams.supportHours.find(({ key }) => key === plan.process.targetHours)
    if (!hours) return []
    const left = uncovered(
      weekOf(hours),
      plan.teams.tiers.flatMap((tier) => coverOf(plan, tier)),
    )
    const first = perDay(left)[0]
    return first ? [spot(['process', 'targetHours'], { ...first, totalMinutes: openMinutes(left) })] : []
  },
  mend: (plan, { place }) => {
    const contact = plan.teams.tiers.find(({ level }) => level === plan.process.contactTier)
    return contact && contact.supportHours !== plan.process.targetHours
      ? withValue(plan, place, contact.supportHours)
      : null
  },
}
