import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** A handover is refused, and whoever has to complete it is not told. */
export const rule: Rule = {
  code: 'sent-back-unheard',
  severity: 'warning',
  find: ({ process: { notices } }) =>
    notices.some(({ moment, to }) => moment === 'sent-back' && (to === 'assignee' || to === 'tier'))
      ? []
      : [spot(['process', 'notices'])],
  mend: (plan, { place }) => withEntry(plan, place, { moment: 'sent-back', to: 'assignee', channel: 'desk' }),
}
