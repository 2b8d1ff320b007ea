import { each, type Rule, spot } from '../../rule.ts'

/** Nothing tells whether support is ready for this wave. */
export const rule: Rule = {
  code: 'wave-without-readiness',
  severity: 'hint',
  find: ({ involvement: { phases, readiness } }) =>
    each(phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], ({ key, name }, at) =>
        readiness.some((figure) => figure.waves.includes(key)) ? [] : [spot(at, { name })],
      ),
    ),
}
