import { withValue } from '../../../edit/at-place.ts'
import { intrusiveDeviceActions } from '../../../values.ts'
import { each, type Rule, spot } from '../../rule.ts'

const intrusive: ReadonlySet<string> = new Set(intrusiveDeviceActions)

/** What reaches somebody's own things is one convincing call to tier 1 away. */
export const rule: Rule = {
  code: 'device-action-alone',
  severity: 'warning',
  find: ({ process: { deviceActions } }) =>
    each(deviceActions, ['process', 'deviceActions'], ({ action, tiers, fourEyes }, place) =>
      intrusive.has(action) && !fourEyes && tiers.includes(1) ? [spot([...place, 'fourEyes'], { action })] : [],
    ),
  mend: (plan, { place }) => withValue(plan, place, true),
}
