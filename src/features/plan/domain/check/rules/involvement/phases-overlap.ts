import { each, type Rule, spot } from '../../rule.ts'

/** Two phases at once: on those days it is not clear whether tiers meet or pass on. */
export const rule: Rule = {
  code: 'phases-overlap',
  severity: 'hint',
  find: ({ involvement: { phases } }) =>
    each(phases, ['involvement', 'phases'], ({ starts, ends, name }, place, index) => {
      const other = phases.slice(0, index).find((one) => one.starts <= ends && starts <= one.ends)
      return other && starts <= ends ? [spot([...place, 'starts'], { name, other: other.name })] : []
    }),
}
