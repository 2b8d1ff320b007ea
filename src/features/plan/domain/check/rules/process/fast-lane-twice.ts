import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'fast-lane-twice',
  severity: 'error',
  find: ({ process: { fastLanes } }) =>
    each(fastLanes, ['process', 'fastLanes'], ({ priority, from }, place, index) =>
      fastLanes.findIndex((other) => other.priority === priority && other.from === from) < index
        ? [spot(place, { priority, from })]
        : [],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}
