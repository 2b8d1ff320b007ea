import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'edge-twice',
  severity: 'error',
  find: ({ process: { edges } }) =>
    each(edges, ['process', 'edges'], ({ from, to }, place, index) =>
      edges.findIndex((other) => other.from === from && other.to === to) < index
        ? [spot(place, { from, to })]
        : [],
    ),
}
