import { closedDays, isOpen, opensOn } from '../../open-days.ts'
import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** The overall clock runs on a holiday on which every tier is closed. */
export const rule: Rule = {
  code: 'target-holiday-unstaffed',
  severity: 'hint',
  find: ({ teams, process: { targetHours }, involvement }) => {
    const named = (key: string | undefined) => teams.supportHours.filter((hours) => hours.key === key)
    const [clock] = named(targetHours)
    const staffed = teams.tiers.flatMap((tier) => [...named(tier.supportHours), ...named(tier.onCall?.hours)])
    const start = involvement.phases.map((phase) => phase.starts).toSorted()[0] ?? ''
    if (!clock) return []
    const days = new Map(staffed.flatMap(closedDays).map((day) => [day.date, day]))
    const alone = [...days.values()]
      .filter(({ date }) => date >= start && isOpen(clock, date))
      .filter(
        ({ date }) =>
          staffed.some((hours) => opensOn(hours, date)) && !staffed.some((hours) => isOpen(hours, date)),
      )
      .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    const [first] = alone
    return first
      ? [spot(['process', 'targetHours'], { date: first.date, name: first.name, days: alone.length })]
      : []
  },
  mend: (plan, { place }) => {
    const contact = plan.teams.tiers.find(({ level }) => level === plan.process.contactTier)
    return contact ? withValue(plan, place, contact.supportHours) : null
  },
}
