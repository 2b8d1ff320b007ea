import { endNotices, putNotices } from '#features/notices/server/actions.ts'
import { leadsOf } from '#features/people/server/actions.ts'
import { highestTier, tierOf } from '#features/plan/domain/lookup.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Finding, findingSides, sideOf } from '../domain/findings.ts'
import { countWaiting } from './store/findings.ts'

const teller = 'devices'

/**
 * A hint waits for somebody to say what becomes of it: the leads of the contact tier hear of what people suffer, those of the highest tier
 * of what the organisation has. One notice for all that wait, told anew to whoever had read it.
 */
export async function findingWaits(tx: Tx, { kind }: Pick<Finding, 'kind'>): Promise<void> {
  const plan = (await publishedPlan(tx))?.document
  if (!plan) return
  const side = sideOf(kind)
  const tier = side === 'people' ? tierOf(plan, plan.process.contactTier) : highestTier(plan)
  if (!tier) return
  const to = (await leadsOf(tx, tier.team)).map(({ id }) => id)
  await putNotices(tx, { teller, kind: `findings.${side}`, about: side, occasion: 'waits', to, again: true })
}

/** Takes back what was asked where nothing waits any more. */
export async function findingsSettled(tx: Tx): Promise<void> {
  const waiting = await countWaiting(tx)
  for (const side of findingSides)
    if (!waiting.some(({ kind }) => sideOf(kind) === side)) await endNotices(tx, { teller, about: side })
}
