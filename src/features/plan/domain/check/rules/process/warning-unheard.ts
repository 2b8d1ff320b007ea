import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** Leads are warned by notices: without one, a share of the target passes and nobody hears of it. */
export const rule: Rule = {
  code: 'warning-unheard',
  severity: 'warning',
  find: ({ process: { notices, warnAtPercent } }) =>
    notices.some(({ moment, to }) => moment === 'target-at-risk' && to === 'tier-lead')
      ? []
      : [spot(['process', 'notices'], { percent: warnAtPercent })],
  mend: (plan, { place }) =>
    withEntry(plan, place, { moment: 'target-at-risk', to: 'tier-lead', channel: 'mail' }),
}
