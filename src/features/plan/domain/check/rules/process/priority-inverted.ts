import { levels } from '../../../values.ts'
import { type Rule, spot } from '../../rule.ts'

/** More impact or more urgency gives a less urgent priority. */
export const rule: Rule = {
  code: 'priority-inverted',
  severity: 'warning',
  find: ({ process: { priorityMatrix } }) =>
    levels.flatMap((impact, row) =>
      levels.flatMap((urgency, column) => {
        const here = priorityMatrix[impact][urgency]
        const [above, before] = [levels[row - 1], levels[column - 1]]
        const wrong =
          (above && priorityMatrix[above][urgency] > here) || (before && priorityMatrix[impact][before] > here)
        return wrong ? [spot(['process', 'priorityMatrix', impact, urgency], { priority: here })] : []
      }),
    ),
}
