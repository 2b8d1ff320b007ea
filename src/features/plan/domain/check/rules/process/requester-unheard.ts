import { withEntry } from '../../change.ts'
import { type Rule, spot } from '../../rule.ts'

const wanted = ['opened', 'replied', 'resolved'] as const

/** The requester has to hear that the ticket is there, what is answered, and that it is solved. They read mail, not the desk. */
export const rule: Rule = {
  code: 'requester-unheard',
  severity: 'warning',
  find: ({ process: { notices } }) =>
    wanted
      .filter(
        (one) =>
          !notices.some(({ moment, to, channel }) => moment === one && to === 'requester' && channel === 'mail'),
      )
      .map((moment) => spot(['process', 'notices'], { moment })),
  mend: (plan, { place, values }) =>
    withEntry(plan, place, { moment: values['moment'], to: 'requester', channel: 'mail' }),
}
