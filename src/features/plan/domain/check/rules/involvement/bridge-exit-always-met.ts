import { withValue } from '../../../edit/at-place.ts'
import { exitPercentages } from '../../exit-figures.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** The bridge could stop on its first day; a share of 0.6 was meant as 60 %. */
export const rule: Rule = {
  code: 'bridge-exit-always-met',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ name, exitWhen }, place) =>
      each(exitWhen, [...place, 'exitWhen'], ({ figure, comparison, threshold }, at) => {
        const isShare = exitPercentages.has(figure)
        const isMet = comparison === 'at-least' ? threshold <= (isShare ? 1 : 0) : isShare && threshold >= 100
        return isMet ? [spot([...at, 'threshold'], { name, exitFigure: figure, threshold })] : []
      }),
    ),
  mend: (plan, { place, values }) => {
    const threshold = Number(values['threshold'])
    const isShare = exitPercentages.has(values['exitFigure'] as never)
    return isShare && threshold > 0 && threshold <= 1
      ? withValue(plan, place, Math.round(threshold * 10_000) / 100)
      : null
  },
}
