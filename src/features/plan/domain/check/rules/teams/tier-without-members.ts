import { each, type Rule, spot } from '../../rule.ts'

/** Goes by who is in the team; on the command line, by the agents that the plan counts on. */
export const rule: Rule = {
  code: 'tier-without-members',
  severity: 'warning',
  find: (plan, facts) =>
    each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
      const members = facts ? (facts.teams[tier.team]?.members ?? 0) : tier.capacity.agents
      const field = facts ? ['team'] : ['capacity', 'agents']
      return members > 0 ? [] : [spot([...place, ...field], { tier: tier.level, name: tier.name })]
    }),
}
