import { starterRetention } from '../../../starter/retention.ts'
import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** Nothing is agreed about how long people's data is kept. */
export const rule: Rule = {
  code: 'retention-missing',
  severity: 'warning',
  find: ({ process }) => (!process.retention ? [spot(['process', 'retention'])] : []),
  mend: (plan, { place }) => withValue(plan, place, starterRetention),
}
