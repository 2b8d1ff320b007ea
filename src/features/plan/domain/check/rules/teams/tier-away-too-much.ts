import { mostAway } from '../../away.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Of what a tier has in time, bridges and training together take more in some week than a desk can spare. */
const mostShare = 0.25

export const rule: Rule = {
  code: 'tier-away-too-much',
  severity: 'warning',
  find: (plan, facts) =>
    each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
      const week = mostAway(plan, tier, facts)
      if (!week || !(week.awayMinutes > week.openMinutes * mostShare)) return []
      return [
        spot([...place, 'capacity', 'agents'], {
          tier: tier.level,
          name: tier.name,
          from: week.from,
          percent: Math.round((100 * week.awayMinutes) / week.openMinutes),
          bridgeMinutes: Math.round(week.bridgeMinutes),
          trainingMinutes: Math.round(week.awayMinutes - week.bridgeMinutes),
        }),
      ]
    }),
}
