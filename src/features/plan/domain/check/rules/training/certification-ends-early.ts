import { addDays, lastDay } from '../../../days.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A certification that was got at the first training ends before the rollout does, and people may no longer work in the tier. */
export const rule: Rule = {
  code: 'certification-ends-early',
  severity: 'hint',
  find: ({ training, involvement }) => {
    const end = lastDay(involvement.phases.map((phase) => phase.ends))
    return each(training.courses, ['training', 'courses'], ({ planned, validMonths, name }, place) => {
      if (!planned) return []
      // A month is reckoned short, so that the hint comes early rather than late.
      const until = addDays(planned.ends, validMonths * 30)
      return until < end ? [spot([...place, 'validMonths'], { name, until, ends: end })] : []
    })
  },
}
