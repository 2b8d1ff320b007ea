import type { Bridge } from '../../../document/involvement.ts'
import { withValue } from '../../../edit/at-place.ts'
import { wantedOfExit } from '../../exit-figures.ts'
import { each, type Rule, spot } from '../../rule.ts'

type Figure = Bridge['exitWhen'][number]['figure']

/** Compared the other way, the bridge may stop because it goes badly. */
export const rule: Rule = {
  code: 'bridge-exit-wrong-way',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.bridges, ['involvement', 'bridges'], ({ name, exitWhen }, place) =>
      each(exitWhen, [...place, 'exitWhen'], ({ figure, comparison }, at) =>
        comparison === wantedOfExit(figure) ? [] : [spot([...at, 'comparison'], { name, exitFigure: figure })],
      ),
    ),
  mend: (plan, { place, values }) => withValue(plan, place, wantedOfExit(values['exitFigure'] as Figure)),
}
