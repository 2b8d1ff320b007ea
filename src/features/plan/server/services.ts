import type { Tx } from '#platform/database/transaction.ts'
import type { LearningFacts } from '../domain/check/desk-facts.ts'

/** What the plan needs of features that stand on it; given by the composition root. */
export type PlanServices = {
  /** How the plan's training and bridges are lived, in the transaction of the check. */
  readonly learningFacts: (tx: Tx) => Promise<LearningFacts>
}
