import type { Readiness } from '../../../document/involvement.ts'
import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Of open tickets fewer is better, of every other figure more: compared the other way, the worse it goes the readier support is. */
export const rule: Rule = {
  code: 'readiness-wrong-way',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.readiness, ['involvement', 'readiness'], ({ figure, comparison, threshold }, place) =>
      comparison === wanted(figure) ? [] : [spot([...place, 'comparison'], { figure, threshold })],
    ),
  mend: (plan, { place, values }) => withValue(plan, place, wanted(values['figure'] as Readiness['figure'])),
}

function wanted(figure: Readiness['figure']): Readiness['comparison'] {
  return figure === 'open-tickets-previous-wave' ? 'at-most' : 'at-least'
}
