import { type Rule, spot } from '../../rule.ts'

/** No wave, so nobody enrolls, and nothing can be forecast. */
export const rule: Rule = {
  code: 'rollout-empty',
  severity: 'warning',
  find: ({ involvement: { phases } }) =>
    phases.some((phase) => phase.waves.length > 0) ? [] : [spot(['involvement', 'phases'])],
}
