import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'notice-twice',
  severity: 'hint',
  find: ({ process: { notices } }) =>
    each(notices, ['process', 'notices'], ({ moment, to, channel }, place, index) =>
      notices.findIndex((one) => one.moment === moment && one.to === to && one.channel === channel) < index
        ? [spot(place, { moment, receiver: to, channel })]
        : [],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}
