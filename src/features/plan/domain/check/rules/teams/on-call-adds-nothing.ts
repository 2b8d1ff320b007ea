import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { coverOf, uncovered } from '../../week.ts'

/** On call in hours in which the tier is open anyway. */
export const rule: Rule = {
  code: 'on-call-adds-nothing',
  severity: 'hint',
  find: (plan) =>
    each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
      const [own, standby] = coverOf(plan, tier)
      return own && standby && standby.spans.length > 0 && uncovered(standby, [own]).length === 0
        ? [spot([...place, 'onCall'], { tier: tier.level })]
        : []
    }),
  mend: (plan, { place }) => withValue(plan, place, null),
}
