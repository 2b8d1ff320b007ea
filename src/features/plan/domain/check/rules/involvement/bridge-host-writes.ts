import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** One person has to lead the bridge and write its minutes. */
export const rule: Rule = {
  code: 'bridge-host-writes',
  severity: 'hint',
  find: ({ teams, involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ name, host, scribe, quorum }, place) => {
      const tier = teams.tiers.find(({ team }) => team === host)
      const people = quorum.find((one) => one.tier === tier?.level)?.people ?? 0
      return host !== null && tier && host === scribe && people < 2
        ? [spot([...place, 'scribe'], { name, tier: tier.level })]
        : []
    }),
  mend: (plan, { place }) => withValue(plan, place, null),
}
