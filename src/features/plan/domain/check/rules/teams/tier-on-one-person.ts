import type { Tier } from '../../../document/teams.ts'
import type { DeskFacts } from '../../desk-facts.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** When that one person is ill, nobody may work in the tier. Goes by who is trained; on the command line, by capacity. */
export const rule: Rule = {
  code: 'tier-on-one-person',
  severity: 'warning',
  find: (plan, facts) =>
    each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
      const trained = facts ? trainedIn(facts, tier) : tier.capacity.agents
      const field = facts ? ['team'] : ['capacity', 'agents']
      return trained === 1 ? [spot([...place, ...field], { tier: tier.level, name: tier.name })] : []
    }),
}

function trainedIn(facts: DeskFacts, { level, team }: Tier): number {
  return facts.certified.filter((person) => person.tier === level && person.teams.includes(team)).length
}
