import type { EvidenceItem } from '../../../document/process.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A ticket keeps one answer for each evidence key, so every way up that asks for it must understand the same answer. */
export const rule: Rule = {
  code: 'evidence-differs',
  severity: 'error',
  find: ({ process: { edges } }) => {
    const all = edges.flatMap((edge) => edge.evidence)
    return each(edges, ['process', 'edges'], ({ evidence }, place) =>
      each(evidence, [...place, 'evidence'], (item, at) => {
        const first = all.find((other) => other.key === item.key)
        return first && !sameAnswer(first, item) ? [spot(at, { key: item.key })] : []
      }),
    )
  },
}

function sameAnswer(one: EvidenceItem, other: EvidenceItem): boolean {
  const options = (item: EvidenceItem) => item.options.map((option) => option.key).join()
  return one.kind === other.kind && options(one) === options(other)
}
