import { priorities } from '../../../values.ts'
import { withValue } from '../../../edit/at-place.ts'
import { type Rule, spot } from '../../rule.ts'

/** What the tiers take together, with telling the requester, is more than the whole may take. */
export const rule: Rule = {
  code: 'targets-do-not-fit',
  severity: 'warning',
  find: ({ teams, process }) =>
    priorities.flatMap((priority) => {
      const { contactMinutes, resolveMinutes } = process.targets[priority]
      const neededMinutes = teams.tiers.reduce((sum, { targets }) => {
        const { acknowledgeMinutes, workMinutes } = targets[priority]
        return sum + acknowledgeMinutes + workMinutes
      }, contactMinutes)
      return neededMinutes > resolveMinutes
        ? [spot(['process', 'targets', priority, 'resolveMinutes'], { priority, neededMinutes, resolveMinutes })]
        : []
    }),
  mend: (plan, { place, values }) => withValue(plan, place, values['neededMinutes']),
}
