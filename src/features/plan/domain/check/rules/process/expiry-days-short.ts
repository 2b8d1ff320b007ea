import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

const usual = 30

/** Renewing takes the same Apple account, an approval and somebody who is not on holiday. */
export const rule: Rule = {
  code: 'expiry-days-short',
  severity: 'warning',
  find: ({ process: { detection } }) =>
    detection.expiringCertificates !== 'off' && detection.expiryDays < 14
      ? [spot(['process', 'detection', 'expiryDays'], { days: detection.expiryDays })]
      : [],
  mend: (plan, { place }) => withValue(plan, place, usual),
}
