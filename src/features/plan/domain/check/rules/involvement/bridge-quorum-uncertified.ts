import { each, type Rule, spot } from '../../rule.ts'

/** The people are there, and too few of them may work in the tier to make up the quorum. Known on a running desk only. */
export const rule: Rule = {
  code: 'bridge-quorum-uncertified',
  severity: 'warning',
  find: ({ teams, involvement }, facts) =>
    facts === null
      ? []
      : each(involvement.bridges, ['involvement', 'bridges'], ({ quorum, name }, place) =>
          each(quorum, [...place, 'quorum'], ({ tier: level, people }, at) => {
            const tier = teams.tiers.find((one) => one.level === level)
            if (!tier) return []
            const members = facts.teams[tier.team]?.members ?? 0
            const may = facts.certified.filter((one) => one.tier === level && one.teams.includes(tier.team)).length
            // With too few members, or nobody trained, another finding says so.
            return may > 0 && people > may && people <= members
              ? [spot([...at, 'people'], { name, tier: level, people, certified: may })]
              : []
          }),
        ),
}
