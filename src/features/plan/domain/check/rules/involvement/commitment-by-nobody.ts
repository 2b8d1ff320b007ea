import { each, type Rule, spot } from '../../rule.ts'

/** Agreed with a team that works in no tier and that the desk does not know: perhaps its key is misspelt. */
export const rule: Rule = {
  code: 'commitment-by-nobody',
  severity: 'hint',
  find: ({ teams, involvement }, facts) => {
    const own = new Set(teams.tiers.map((tier) => tier.team))
    return each(involvement.commitments, ['involvement', 'commitments'], ({ team, what }, place) =>
      own.has(team) || (facts?.teams[team]?.members ?? 0) > 0 ? [] : [spot([...place, 'team'], { team, what })],
    )
  },
}
