import { dayNumber } from '../../../days.ts'
import { withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'course-backwards',
  severity: 'error',
  find: ({ training }) =>
    each(training.courses, ['training', 'courses'], ({ planned }, place) =>
      planned && dayNumber(planned.starts) > dayNumber(planned.ends)
        ? [spot([...place, 'planned'], { starts: planned.starts, ends: planned.ends })]
        : [],
    ),
  mend: (plan, { place, values }) =>
    withValue(withValue(plan, [...place, 'starts'], values['ends']), [...place, 'ends'], values['starts']),
}
