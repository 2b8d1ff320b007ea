import { dayAt } from '#features/plan/domain/rollout-day.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { commitmentsOf, metBefore, standingOf, type Standing } from '../domain/commitment/commitment.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import { keptCommitments } from './store/commitments.ts'

export type CommitmentsMet = {
  readonly met: number
  readonly of: number
  /** Null where nothing was promised. */
  readonly percent: number | null
  readonly lacking: readonly {
    readonly key: string
    readonly what: Text
    readonly team: string
    readonly due: string
    readonly standing: Standing
  }[]
}

/** What has been met of everything that was promised before a phase of this plan begins: for the readiness of its waves. */
export async function commitmentsMet(tx: Tx, plan: SupportPlan, phaseKey: string): Promise<CommitmentsMet> {
  const found = metBefore(plan, commitmentsOf(plan, await keptCommitments(tx)), phaseKey)
  const today = dayAt(plan, tx.now)
  return {
    ...found,
    lacking: found.lacking.map(({ key, what, team, due, state }) => ({
      key,
      what,
      team,
      due,
      standing: standingOf({ state, due }, today),
    })),
  }
}
