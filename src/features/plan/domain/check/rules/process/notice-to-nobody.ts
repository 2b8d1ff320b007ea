import type { Notice } from '../../../document/process.ts'
import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

const beforeCause = new Set(['opened', 'replied', 'asked', 'answered', 'escalated', 'sent-back'])

/** There is nobody whom this notice could reach at that moment. */
export const rule: Rule = {
  code: 'notice-to-nobody',
  severity: 'hint',
  find: ({ process }) =>
    each(process.notices, ['process', 'notices'], (notice, place) =>
      reachesNobody(notice)
        ? [spot(place, { moment: notice.moment, receiver: notice.to, channel: notice.channel })]
        : [],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}

function reachesNobody({ moment, to, channel }: Notice): boolean {
  if (to === 'diagnoser') return beforeCause.has(moment)
  if (to === 'assignee') return moment === 'opened'
  return channel === 'desk' && (to === 'requester' || to === 'followers')
}
