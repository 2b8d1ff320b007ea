import type { Tx } from '#platform/database/transaction.ts'
import { type Json, sameJson } from '../domain/versions/json.ts'
import { type PlanInForce, readPublished } from './published.ts'
import { insertPublished, publishedId, updateVersion } from './store.ts'

/**
 * Puts a plan in force that is in force elsewhere, under the same number: what an organisation practises with. Nothing happens where
 * it is in force already.
 */
export async function adoptPlan(tx: Tx, plan: PlanInForce, approverId: string): Promise<PlanInForce> {
  const before = await publishedId(tx)
  const current = before === null ? null : await readPublished(tx, before)
  if (current && sameJson(current.document as unknown as Json, plan.document as unknown as Json)) return current
  if (before !== null) await updateVersion(tx, before, { state: 'superseded', superseded_at: tx.now })
  const id = await insertPublished(tx, { number: plan.number, document: plan.document, approverId })
  const adopted = await readPublished(tx, id)
  if (!adopted) throw new Error('A plan that was just adopted is not there')
  return adopted
}
