import { withoutEntry } from '../../change.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** A figure that is asked for before no wave, so nobody ever looks at it. */
export const rule: Rule = {
  code: 'readiness-without-wave',
  severity: 'hint',
  find: ({ involvement }) =>
    each(involvement.readiness, ['involvement', 'readiness'], ({ figure, waves }, place) =>
      waves.length === 0 ? [spot([...place, 'waves'], { figure })] : [],
    ),
  mend: (plan, { place }) => withoutEntry(plan, place.slice(0, -1)),
}
