import { priorities } from '../../../values.ts'
import { withValue } from '../../../edit/at-place.ts'
import type { Place } from '../../finding.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A target of a more urgent priority is longer than that of the next. */
export const rule: Rule = {
  code: 'target-slower-when-urgent',
  severity: 'warning',
  find: ({ teams, process }) => {
    const slower = (targets: Readonly<Record<number, Readonly<Record<string, number>>>>, place: Place) =>
      priorities.flatMap((priority) =>
        Object.entries(targets[priority] ?? {}).flatMap(([field, minutes]) => {
          const next = targets[priority + 1]?.[field]
          return next !== undefined && minutes > next
            ? [
                spot([...place, priority, field], {
                  priority,
                  ownMinutes: minutes,
                  next: priority + 1,
                  nextMinutes: next,
                }),
              ]
            : []
        }),
      )
    return [
      ...each(teams.tiers, ['teams', 'tiers'], ({ targets }, place) => slower(targets, [...place, 'targets'])),
      ...slower(process.targets, ['process', 'targets']),
    ]
  },
  mend: (plan, { place, values }) => withValue(plan, place, values['nextMinutes']),
}
