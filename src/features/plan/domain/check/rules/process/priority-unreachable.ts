import { levels, priorities } from '../../../values.ts'
import { type Rule, spot } from '../../rule.ts'

/** No cell of the grid leads to this priority, so its targets and fast lanes are never used. */
export const rule: Rule = {
  code: 'priority-unreachable',
  severity: 'hint',
  find: ({ process: { priorityMatrix, priorityNames } }) => {
    const used = new Set(levels.flatMap((impact) => levels.map((urgency) => priorityMatrix[impact][urgency])))
    return priorities
      .filter((priority) => !used.has(priority))
      .map((priority) => spot(['process', 'priorityMatrix'], { priority, name: priorityNames[priority] }))
  },
}
