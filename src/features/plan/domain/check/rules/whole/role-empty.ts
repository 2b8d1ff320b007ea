import { type Rule, spot } from '../../rule.ts'

const needed = ['plan-owner', 'lead', 'administrator'] as const

/** The plan counts on somebody who owns it, on leads who are warned, and on somebody who can let people in. */
export const rule: Rule = {
  code: 'role-empty',
  severity: 'warning',
  find: (_plan, facts) =>
    facts === null
      ? []
      : needed.flatMap((role) => ((facts.roles[role] ?? 0) > 0 ? [] : [spot(['owner'], { role })])),
}
