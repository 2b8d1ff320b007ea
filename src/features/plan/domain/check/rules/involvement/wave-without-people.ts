import { each, type Rule, spot } from '../../rule.ts'

/** A wave that no group of people is in, or that expects nobody. */
export const rule: Rule = {
  code: 'wave-without-people',
  severity: 'warning',
  find: ({ involvement }) =>
    each(involvement.phases, ['involvement', 'phases'], ({ waves }, place) =>
      each(waves, [...place, 'waves'], ({ groups, expectedUsers, name }, at) => {
        if (groups.length === 0) return [spot([...at, 'groups'], { name })]
        return expectedUsers === 0 ? [spot([...at, 'expectedUsers'], { name })] : []
      }),
    ),
}
