import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { type PlanInForce, publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { type WaveInPlan, waveOf } from '../domain/mails/waves.ts'

/** The plan that the rollout goes by, with the calendar day that it is there. */
export async function planInForce(tx: Tx): Promise<PlanInForce & { readonly today: string }> {
  const published = await publishedPlan(tx)
  if (!published) throw new Refused({ code: 'no-published-plan' })
  return { ...published, today: dayAt(published.document, tx.now) }
}

export function waveIn(plan: SupportPlan, key: string): WaveInPlan {
  const found = waveOf(plan, key)
  if (!found) throw new NotFound('The plan in force has no such wave')
  return found
}
