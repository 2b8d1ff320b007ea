import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** Whoever finds out within the quiet period's length that it did not help has to be able to say so. */
export const rule: Rule = {
  code: 'reopen-window-short',
  severity: 'hint',
  find: ({ process: { quietPeriodDays, reopenWindowDays } }) =>
    reopenWindowDays < quietPeriodDays
      ? [spot(['process', 'reopenWindowDays'], { quiet: quietPeriodDays, reopen: reopenWindowDays })]
      : [],
  mend: (plan, { place, values }) => withValue(plan, place, values['quiet']),
}
