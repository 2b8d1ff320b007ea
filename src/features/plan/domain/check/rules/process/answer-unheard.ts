import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

/** The requester answers, and whoever has the ticket is not told. */
export const rule: Rule = {
  code: 'answer-unheard',
  severity: 'warning',
  find: ({ process: { notices } }) =>
    notices.some(({ moment, to }) => moment === 'answered' && (to === 'assignee' || to === 'tier'))
      ? []
      : [spot(['process', 'notices'])],
  mend: (plan, { place }) => withEntry(plan, place, { moment: 'answered', to: 'assignee', channel: 'desk' }),
}
