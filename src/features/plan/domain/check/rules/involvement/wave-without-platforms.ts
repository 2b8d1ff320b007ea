import { each, type Rule, spot } from '../../rule.ts'

/** Which devices come is not said, so load is forecast by the mean of all platforms. */
export const rule: Rule = {
  code: 'wave-without-platforms',
  severity: 'hint',
  find: ({ involvement }) =>
    each(involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], ({ platforms, name }, at) =>
        platforms.length === 0 ? [spot([...at, 'platforms'], { name })] : [],
      ),
    ),
}
