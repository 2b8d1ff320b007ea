import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Forecast and readiness count on people who are not there. Known on a running desk only. */
export const rule: Rule = {
  code: 'capacity-above-members',
  severity: 'hint',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], ({ team, capacity, level }, place) => {
          const members = facts.teams[team]?.members ?? 0
          return members > 0 && capacity.agents > members
            ? [spot([...place, 'capacity', 'agents'], { tier: level, agents: capacity.agents, members })]
            : []
        }),
  mend: (plan, { place, values }) => withValue(plan, place, values['members']),
}
