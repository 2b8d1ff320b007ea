import { each, type Rule, spot } from '../../rule.ts'

/** Whoever receives the ticket starts from nothing. */
export const rule: Rule = {
  code: 'edge-without-evidence',
  severity: 'warning',
  find: ({ process }) =>
    each(process.edges, ['process', 'edges'], ({ from, to, evidence }, place) =>
      evidence.some((item) => item.required) ? [] : [spot([...place, 'evidence'], { from, to })],
    ),
}
