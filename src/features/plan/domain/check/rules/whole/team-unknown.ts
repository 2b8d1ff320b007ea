import { withoutEntry } from '../../change.ts'
import { type Rule, spot, strangers } from '../../rule.ts'

/** Whoever opens a case with the vendor, or starts the training, works in a tier. */
export const rule: Rule = {
  code: 'team-unknown',
  severity: 'error',
  find: ({ teams, training }) => {
    const known = new Set(teams.tiers.map((tier) => tier.team))
    return [
      ...strangers(teams.vendor?.openers ?? [], known, ['teams', 'vendor', 'openers']),
      ...(known.has(training.lineage.root)
        ? []
        : [spot(['training', 'lineage', 'root'], { value: training.lineage.root })]),
    ]
  },
  mend: (plan, { place }) => (place[0] === 'teams' ? withoutEntry(plan, place) : null),
}
