import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** The lead of a team hosts the bridge, and the team has none. Known on a running desk only. */
export const rule: Rule = {
  code: 'bridge-host-without-lead',
  severity: 'warning',
  find: ({ teams, involvement }, facts) =>
    facts === null
      ? []
      : each(involvement.bridges, ['involvement', 'bridges'], ({ name, host }, place) => {
          const tier = teams.tiers.find(({ team }) => team === host)
          const team = host === null ? undefined : facts.teams[host]
          return tier && team && team.members > 0 && team.leads === 0
            ? [spot([...place, 'host'], { name, tier: tier.level })]
            : []
        }),
  mend: (plan, { place }) => withValue(plan, place, null),
}
