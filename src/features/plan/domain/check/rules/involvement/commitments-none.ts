import { type Rule, spot } from '../../rule.ts'

/** Support takes part in planning and testing: nothing of that is agreed. */
export const rule: Rule = {
  code: 'commitments-none',
  severity: 'warning',
  find: ({ involvement: { commitments, phases } }) =>
    phases.length > 0 && commitments.length === 0 ? [spot(['involvement', 'commitments'])] : [],
}
