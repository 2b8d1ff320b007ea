import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** The contact tier is the user's first and last contact, so it has to be one that may contact. */
export const rule: Rule = {
  code: 'contact-tier-silent',
  severity: 'error',
  find: ({ teams, process }) =>
    teams.tiers.some((tier) => tier.level === process.contactTier && !tier.talksToRequesters)
      ? [spot(['process', 'contactTier'], { tier: process.contactTier })]
      : [],
  mend: (plan) => {
    const index = plan.teams.tiers.findIndex((tier) => tier.level === plan.process.contactTier)
    return withValue(plan, ['teams', 'tiers', index, 'talksToRequesters'], true)
  },
}
