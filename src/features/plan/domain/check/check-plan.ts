import type { SupportPlan } from '../document/support-plan.ts'
import type { DeskFacts } from './desk-facts.ts'
import type { Finding } from './finding.ts'
import { rules } from './rules.ts'

/**
 * Everything that is wrong with a plan, or could be better. `facts` is what only a running desk knows; without them, rules about
 * people go by the plan's own capacity or stay silent. A plan with errors cannot be published.
 */
export function checkPlan(plan: SupportPlan, facts: DeskFacts | null): readonly Finding[] {
  return rules.flatMap(({ code, severity, find }) =>
    find(plan, facts).map(({ place, values }) => ({ code, severity, place, values })),
  )
}

/** The plan in which this finding is mended and nothing else is changed, or null where only a person can tell how. */
export function mendPlan(plan: SupportPlan, finding: Finding): SupportPlan | null {
  return rules.find(({ code }) => code === finding.code)?.mend?.(plan, finding) ?? null
}
