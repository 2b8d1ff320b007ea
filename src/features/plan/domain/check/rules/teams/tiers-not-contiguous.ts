import { type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'tiers-not-contiguous',
  severity: 'error',
  find: ({ teams }) =>
    teams.tiers.every((tier, index) => tier.level === index + 1)
      ? []
      : [spot(['teams', 'tiers'], { levels: teams.tiers.map((tier) => tier.level).join(', ') })],
}
