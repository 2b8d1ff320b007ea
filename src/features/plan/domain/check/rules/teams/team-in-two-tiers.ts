import { each, type Rule, spot } from '../../rule.ts'

/** Whoever escalates would hand the ticket to their own team. */
export const rule: Rule = {
  code: 'team-in-two-tiers',
  severity: 'warning',
  find: ({ teams: { tiers } }) =>
    each(tiers, ['teams', 'tiers'], ({ team, level }, place, index) => {
      const first = tiers.findIndex((other) => other.team === team)
      return first < index ? [spot([...place, 'team'], { tier: level, other: tiers[first]?.level ?? 0 })] : []
    }),
}
