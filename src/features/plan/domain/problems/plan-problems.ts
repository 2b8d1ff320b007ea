import type { SupportPlan } from '../document/support-plan.ts'
import { involvementProblems } from './involvement-problems.ts'
import type { PlanProblem } from './plan-problem.ts'
import { processProblems } from './process-problems.ts'
import { teamsProblems } from './teams-problems.ts'
import { trainingProblems } from './training-problems.ts'

/** Everything by which a plan of the right shape contradicts itself; a plan is published only when there is none. */
export function planProblems(plan: SupportPlan): readonly PlanProblem[] {
  return [
    ...teamsProblems(plan),
    ...processProblems(plan),
    ...trainingProblems(plan),
    ...involvementProblems(plan),
  ]
}
