import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

const parts = ['rawMailDays', 'attachmentDays'] as const

/** What belongs to a ticket is kept after the ticket itself is gone. */
export const rule: Rule = {
  code: 'retention-orphans',
  severity: 'warning',
  find: ({ process: { retention } }) =>
    !retention
      ? []
      : parts.flatMap((part) =>
          retention[part] > retention.closedTicketDays
            ? [
                spot(['process', 'retention', part], {
                  days: retention[part],
                  tickets: retention.closedTicketDays,
                }),
              ]
            : [],
        ),
  mend: (plan, { place, values }) => withValue(plan, place, values['tickets']),
}
