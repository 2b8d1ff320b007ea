import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** The way up to the vendor leads out of the highest tier, whose team may not open a case. */
export const rule: Rule = {
  code: 'vendor-openers-elsewhere',
  severity: 'warning',
  find: ({ teams: { tiers, vendor } }) => {
    const top = tiers.at(-1)
    return vendor && top && vendor.openers.length > 0 && !vendor.openers.includes(top.team)
      ? [spot(['teams', 'vendor', 'openers'], { tier: top.level, tierName: top.name, name: vendor.name })]
      : []
  },
  mend: (plan, { place }) => withEntry(plan, place, plan.teams.tiers.at(-1)?.team),
}
