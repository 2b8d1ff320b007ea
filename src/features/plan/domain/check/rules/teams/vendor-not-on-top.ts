import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'vendor-not-on-top',
  severity: 'error',
  find: ({ teams: { tiers, vendor } }) => {
    const expected = tiers.length + 1
    return vendor && vendor.level !== expected
      ? [spot(['teams', 'vendor', 'level'], { level: vendor.level, expected })]
      : []
  },
  mend: (plan, { place }) =>
    plan.teams.tiers.length > 0 ? withValue(plan, place, plan.teams.tiers.length + 1) : null,
}
