import type { EvidenceItem } from '../../../document/process.ts'
import { valueAt, withValue } from '../../../edit/at-place.ts'
import { each, type Rule, spot } from '../../rule.ts'

type Source = NonNullable<EvidenceItem['filledBy']>

/** What each source can give. A device snapshot is read by a machine: no person can type one. */
const gives: Readonly<Record<Source, readonly EvidenceItem['kind'][]>> = {
  'device-snapshot': ['device-snapshot', 'text', 'choice'],
  'enrollment-failure': ['code', 'text', 'log'],
  'codes-in-text': ['code', 'text'],
  'earlier-tickets': ['steps-tried', 'text'],
}

/** Required evidence that neither a person nor the source it names can give: the ticket could never go up. */
export const rule: Rule = {
  code: 'evidence-unfillable',
  severity: 'warning',
  find: ({ process }) =>
    each(process.edges, ['process', 'edges'], ({ evidence }, place) =>
      each(evidence, [...place, 'evidence'], ({ kind, filledBy, required, name }, at) => {
        if (filledBy !== null && !gives[filledBy].includes(kind)) return [spot([...at, 'filledBy'], { name })]
        return required && kind === 'device-snapshot' && filledBy === null
          ? [spot([...at, 'filledBy'], { name })]
          : []
      }),
    ),
  mend: (plan, { place }) => {
    const { kind } = valueAt(plan, place.slice(0, -1)) as EvidenceItem
    return withValue(plan, place, kind === 'device-snapshot' ? 'device-snapshot' : null)
  },
}
