import { withoutEntry } from '../../change.ts'
import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot, strangers } from '../../rule.ts'

/** Whoever opens a case with the vendor, starts the training, hosts a bridge or writes its minutes works in a tier. */
export const rule: Rule = {
  code: 'team-unknown',
  severity: 'error',
  find: ({ teams, training, involvement }) => {
    const known = new Set(teams.tiers.map((tier) => tier.team))
    return [
      ...strangers(teams.vendor?.openers ?? [], known, ['teams', 'vendor', 'openers']),
      ...(known.has(training.lineage.root)
        ? []
        : [spot(['training', 'lineage', 'root'], { value: training.lineage.root })]),
      ...each(involvement.bridges, ['involvement', 'bridges'], (bridge, place) =>
        (['host', 'scribe'] as const).flatMap((part) => {
          const value = bridge[part]
          return value === null || known.has(value) ? [] : [spot([...place, part], { value })]
        }),
      ),
    ]
  },
  mend: (plan, { place }) => {
    if (place[0] === 'teams') return withoutEntry(plan, place)
    return place[0] === 'involvement' ? withValue(plan, place, null) : null
  },
}
