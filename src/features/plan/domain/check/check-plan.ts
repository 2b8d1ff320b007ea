import type { SupportPlan } from '../document/support-plan.ts'
import type { DeskFacts } from './desk-facts.ts'
import type { Finding } from './finding.ts'
import { involvementProblems } from './involvement-problems.ts'
import { processProblems } from './process-problems.ts'
import { teamsProblems } from './teams-problems.ts'
import { trainingProblems } from './training-problems.ts'

/**
 * Everything that is wrong with a plan of the right shape, or could be better. `facts` is what only a running desk knows; without
 * them, rules about people go by the plan's own capacity or stay silent. A plan with errors cannot be published.
 */
export function checkPlan(plan: SupportPlan, facts: DeskFacts | null): readonly Finding[] {
  void facts
  return [
    ...teamsProblems(plan),
    ...processProblems(plan),
    ...trainingProblems(plan),
    ...involvementProblems(plan),
  ]
}
