import type { Tx } from '#platform/database/transaction.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import { findVersion } from './store.ts'

/** A plan that tickets can run under. The document is the same object for as long as the process keeps it. */
export type PlanInForce = { readonly id: string; readonly number: number; readonly document: SupportPlan }

// Published versions never change, so what was read once is right for ever. Bounded: the oldest read goes first.
const kept = new Map<string, PlanInForce>()
const keptAtMost = 500

export async function readPublished(tx: Tx, id: string): Promise<PlanInForce | null> {
  const key = `${tx.orgId} ${id}`
  const known = kept.get(key)
  if (known) return known
  const version = await findVersion(tx, id)
  if (!version || (version.state !== 'published' && version.state !== 'superseded')) return null
  const plan = { id: version.id, number: version.number, document: version.document }
  if (kept.size >= keptAtMost) {
    for (const oldest of kept.keys()) {
      kept.delete(oldest)
      break
    }
  }
  // A transaction that published it could still be rolled back; its own answer is not for others until it has committed.
  if (version.publishedAt !== tx.now) kept.set(key, plan)
  return plan
}
