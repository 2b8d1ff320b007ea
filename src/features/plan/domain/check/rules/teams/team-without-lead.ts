import { each, type Rule, spot } from '../../rule.ts'

/** Who is warned when a target is at risk, and who trains the team. Known on a running desk only. */
export const rule: Rule = {
  code: 'team-without-lead',
  severity: 'warning',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], ({ level, team, name }, place) => {
          const known = facts.teams[team]
          return known && known.members > 0 && known.leads === 0
            ? [spot([...place, 'team'], { tier: level, name })]
            : []
        }),
}
