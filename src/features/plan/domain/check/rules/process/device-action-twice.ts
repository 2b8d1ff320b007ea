import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** Two rules about one action: which of them holds? */
export const rule: Rule = {
  code: 'device-action-twice',
  severity: 'error',
  find: ({ process: { deviceActions } }) =>
    each(deviceActions, ['process', 'deviceActions'], ({ action }, place, index) =>
      deviceActions.findIndex((one) => one.action === action) < index ? [spot(place, { action })] : [],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}
