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
      const neededMinutes = teams.tiers.reduce((sum, { targets, level }, index) => {
        const { acknowledgeMinutes, workMinutes, takeNoteMinutes } = targets[priority]
        // Step by step, the tiers between take note one after the other before the requester hears.
        const isBetween = level > process.contactTier && index < teams.tiers.length - 1
        const notes = process.wayDown === 'step-by-step' && isBetween ? takeNoteMinutes : 0
        return sum + acknowledgeMinutes + workMinutes + notes
      }, contactMinutes)
      return neededMinutes > resolveMinutes
        ? [spot(['process', 'targets', priority, 'resolveMinutes'], { priority, neededMinutes, resolveMinutes })]
        : []
    }),
  mend: (plan, { place, values }) => withValue(plan, place, values['neededMinutes']),
}
