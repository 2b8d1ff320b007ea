import { closedDays, isOpen, opensOn } from '../../open-days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Days on which a tier is open, and the one it escalates to is closed for a holiday with nobody on call. */
export const rule: Rule = {
  code: 'holiday-uncovered',
  severity: 'warning',
  find: (plan) => {
    const start = plan.involvement.phases.map((phase) => phase.starts).toSorted()[0] ?? ''
    const named = (key: string | undefined) => plan.teams.supportHours.find((hours) => hours.key === key)
    return each(plan.teams.tiers, ['teams', 'tiers'], (upper, place, index) => {
      const [lower, mine, standby] = [
        named(plan.teams.tiers[index - 1]?.supportHours),
        named(upper.supportHours),
        named(upper.onCall?.hours),
      ]
      if (!lower || !mine) return []
      const days = closedDays(mine)
        .filter(({ date }) => date >= start && opensOn(mine, date) && isOpen(lower, date))
        .filter(({ date }) => !standby || !isOpen(standby, date))
        .toSorted((one, other) => (one.date < other.date ? -1 : 1))
      const first = days[0]
      if (!first) return []
      const values = {
        tier: upper.level,
        lower: upper.level - 1,
        days: days.length,
        date: first.date,
        name: first.name,
      }
      return [spot([...place, 'supportHours'], values)]
    })
  },
}
