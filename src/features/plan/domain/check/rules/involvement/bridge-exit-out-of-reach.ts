import { withValue } from '../../../edit/at-place.ts'
import { exitPercentages } from '../../exit-figures.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** The bridge could never stop: more than 100 %, no time at all to the cause, or less than nothing open. */
export const rule: Rule = {
  code: 'bridge-exit-out-of-reach',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ name, exitWhen }, place) =>
      each(exitWhen, [...place, 'exitWhen'], ({ figure, comparison, threshold }, at) => {
        const isBeyond =
          comparison === 'at-least'
            ? exitPercentages.has(figure) && threshold > 100
            : threshold < 0 || (figure === 'hours-to-cause' && threshold === 0)
        return isBeyond ? [spot([...at, 'threshold'], { name, exitFigure: figure, threshold })] : []
      }),
    ),
  mend: (plan, { place, values }) => (Number(values['threshold']) > 100 ? withValue(plan, place, 100) : null),
}
