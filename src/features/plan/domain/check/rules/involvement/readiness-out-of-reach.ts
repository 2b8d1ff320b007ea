import { withValue } from '../../../edit/at-place.ts'
import { percentages } from '../../readiness-figures.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A threshold that nobody can reach: more than 100 %, more than 5 of 5, or more people than the tier has. */
export const rule: Rule = {
  code: 'readiness-out-of-reach',
  severity: 'warning',
  find: ({ teams, involvement }, facts) =>
    each(involvement.readiness, ['involvement', 'readiness'], ({ figure, tier, comparison, threshold }, place) => {
      const named = teams.tiers.filter((one) => tier === null || one.level === tier)
      const people = named.reduce(
        (sum, one) => sum + (facts ? (facts.teams[one.team]?.members ?? 0) : one.capacity.agents),
        0,
      )
      const most = percentages.has(figure)
        ? 100
        : figure === 'satisfaction'
          ? 5
          : figure === 'certified-agents' && named.length > 0 && people > 0
            ? people
            : Number.POSITIVE_INFINITY
      return comparison === 'at-least' && threshold > most
        ? [spot([...place, 'threshold'], { figure, threshold, most })]
        : []
    }),
  mend: (plan, { place, values }) => withValue(plan, place, values['most']),
}
