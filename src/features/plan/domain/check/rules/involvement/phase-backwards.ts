import { dayNumber } from '../../../days.ts'
import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'phase-backwards',
  severity: 'error',
  find: ({ involvement }) =>
    each(involvement.phases, ['involvement', 'phases'], ({ starts, ends }, place) =>
      dayNumber(starts) > dayNumber(ends) ? [spot(place, { starts, ends })] : [],
    ),
  mend: (plan, { place, values }) =>
    withValue(withValue(plan, [...place, 'starts'], values['ends']), [...place, 'ends'], values['starts']),
}
