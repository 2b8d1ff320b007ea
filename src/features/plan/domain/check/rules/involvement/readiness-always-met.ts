import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { percentages } from '../../readiness-figures.ts'

/** A threshold that is met whatever happens; a share of 0.85 was meant as 85 %. */
export const rule: Rule = {
  code: 'readiness-always-met',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.readiness, ['involvement', 'readiness'], ({ figure, comparison, threshold }, place) => {
      const least = percentages.has(figure) || figure === 'satisfaction' ? 1 : 0
      return comparison === 'at-least' && figure !== 'open-tickets-previous-wave' && threshold <= least
        ? [spot([...place, 'threshold'], { figure, threshold })]
        : []
    }),
  mend: (plan, { place, values }) => {
    const threshold = Number(values['threshold'])
    const isShare =
      threshold > 0 &&
      plan.involvement.readiness.some(({ figure }) => figure === values['figure'] && percentages.has(figure))
    return isShare ? withValue(plan, place, Math.round(threshold * 10_000) / 100) : null
  },
}
