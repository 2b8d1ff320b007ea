import { withoutEntry } from '../../change.ts'
import { each, type Rule, strangers } from '../../rule.ts'

export const rule: Rule = {
  code: 'material-unknown',
  severity: 'error',
  find: ({ training, involvement }) => {
    const known = new Set(involvement.resources.map((resource) => resource.key))
    return each(training.courses, ['training', 'courses'], ({ agenda }, place) =>
      each(agenda, [...place, 'agenda'], ({ material }, at) => strangers(material, known, [...at, 'material'])),
    )
  },
  mend: (plan, { place }) => withoutEntry(plan, place),
}
