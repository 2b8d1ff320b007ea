import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'fast-lane-not-up',
  severity: 'error',
  find: ({ process }) =>
    each(process.fastLanes, ['process', 'fastLanes'], ({ from, to }, place) =>
      to > from ? [] : [spot(place, { from, to })],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place),
}
