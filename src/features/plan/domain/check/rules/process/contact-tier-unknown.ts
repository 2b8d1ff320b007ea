import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'contact-tier-unknown',
  severity: 'error',
  find: ({ teams, process }) =>
    teams.tiers.some((tier) => tier.level === process.contactTier)
      ? []
      : [spot(['process', 'contactTier'], { tier: process.contactTier })],
  mend: (plan, { place }) => {
    const talks = plan.teams.tiers.find((tier) => tier.talksToRequesters)
    return talks ? withValue(plan, place, talks.level) : null
  },
}
