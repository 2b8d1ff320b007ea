import { each, type Rule, spot } from '../../rule.ts'

/** Everybody who may work in the tier does so because a lead let them, and nobody because of training. Known on a running desk only. */
export const rule: Rule = {
  code: 'tier-on-overrides',
  severity: 'hint',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], ({ level, team, name }, place) => {
          const may = facts.certified.filter((one) => one.tier === level && one.teams.includes(team))
          return may.length > 0 && may.every(({ byOverride }) => byOverride)
            ? [spot([...place, 'team'], { tier: level, name, people: may.length })]
            : []
        }),
}
