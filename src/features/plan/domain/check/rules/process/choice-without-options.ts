import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'choice-without-options',
  severity: 'error',
  find: ({ process }) =>
    each(process.edges, ['process', 'edges'], ({ evidence }, place) =>
      each(evidence, [...place, 'evidence'], ({ kind, options }, at) =>
        kind === 'choice' && options.length === 0 ? [spot([...at, 'options'])] : [],
      ),
    ),
}
