import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** The plan changes, and nobody learns what changed. */
export const rule: Rule = {
  code: 'retraining-never',
  severity: 'hint',
  find: ({ training: { lineage } }) =>
    lineage.retrainOn.length === 0 ? [spot(['training', 'lineage', 'retrainOn'])] : [],
  mend: (plan, { place }) => withValue(plan, place, ['process', 'evidence']),
}
