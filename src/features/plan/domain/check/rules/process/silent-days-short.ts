import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

const usual = 30

/** Devices check in every eight hours, but not while they are off: in a week somebody is on holiday. */
export const rule: Rule = {
  code: 'silent-days-short',
  severity: 'warning',
  find: ({ process: { detection } }) =>
    detection.silentDevices !== 'off' && detection.silentDays < 7
      ? [spot(['process', 'detection', 'silentDays'], { days: detection.silentDays })]
      : [],
  mend: (plan, { place }) => withValue(plan, place, usual),
}
