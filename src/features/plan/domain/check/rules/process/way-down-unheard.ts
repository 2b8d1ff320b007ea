import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

const below = new Set(['trail', 'assignee', 'tier'])

/**
 * No way back: the solution is handed down, and no tier below hears of it. The plan always says how a solution goes down, so this is
 * how a plan without a way back shows.
 */
export const rule: Rule = {
  code: 'way-down-unheard',
  severity: 'warning',
  find: ({ process: { notices } }) =>
    notices.some(({ moment, to }) => moment === 'handed-down' && below.has(to))
      ? []
      : [spot(['process', 'notices'])],
  mend: (plan, { place }) => withEntry(plan, place, { moment: 'handed-down', to: 'trail', channel: 'desk' }),
}
