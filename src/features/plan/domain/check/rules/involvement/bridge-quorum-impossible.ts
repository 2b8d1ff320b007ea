import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** The bridge needs more people of a tier than there are. Goes by members; on the command line, by capacity. */
export const rule: Rule = {
  code: 'bridge-quorum-impossible',
  severity: 'warning',
  find: ({ teams, involvement }, facts) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ quorum, name }, place) =>
      each(quorum, [...place, 'quorum'], ({ tier: level, people }, at) => {
        const tier = teams.tiers.find((one) => one.level === level)
        const members = tier && facts ? (facts.teams[tier.team]?.members ?? 0) : (tier?.capacity.agents ?? people)
        return people > members ? [spot([...at, 'people'], { name, tier: level, people, members })] : []
      }),
    ),
  mend: (plan, { place, values }) =>
    Number(values['members']) > 0 ? withValue(plan, place, values['members']) : null,
}
