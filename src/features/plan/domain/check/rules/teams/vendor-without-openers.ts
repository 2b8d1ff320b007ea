import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** A vendor whom nobody may ask. */
export const rule: Rule = {
  code: 'vendor-without-openers',
  severity: 'warning',
  find: ({ teams: { vendor } }) =>
    vendor && vendor.openers.length === 0 ? [spot(['teams', 'vendor', 'openers'], { name: vendor.name })] : [],
  mend: (plan, { place }) => {
    const top = plan.teams.tiers.at(-1)
    return top ? withEntry(plan, place, top.team) : null
  },
}
