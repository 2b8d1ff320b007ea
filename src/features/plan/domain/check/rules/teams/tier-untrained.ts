import { each, type Rule, spot } from '../../rule.ts'

/** Training is permission: people are there, and none of them may work in the tier. Known on a running desk only. */
export const rule: Rule = {
  code: 'tier-untrained',
  severity: 'warning',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], ({ level, team, name }, place) => {
          const members = facts.teams[team]?.members ?? 0
          const may = facts.certified.some((person) => person.tier === level && person.teams.includes(team))
          return members > 0 && !may ? [spot([...place, 'team'], { tier: level, name, members })] : []
        }),
}
