import { keyedLists } from '../../plan-lists.ts'
import { type Rule, spot } from '../../rule.ts'

/** The rest of the plan, tickets and files name entries by their key. */
export const rule: Rule = {
  code: 'key-twice',
  severity: 'error',
  find: (plan) =>
    keyedLists(plan).flatMap(({ place, list }) =>
      list.flatMap(({ key }, index) =>
        list.findIndex((other) => other.key === key) < index ? [spot([...place, index, 'key'], { key })] : [],
      ),
    ),
}
