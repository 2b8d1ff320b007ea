import type { PlanListener } from '#features/plan/server/actions.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'

/** Another plan is in force: its bridges are planned, and those that it has no more are dropped. */
export const bridgePlanListener: PlanListener = async (_platform, tx) => {
  await enqueue(tx, 'bridges.keep-one', {}, { key: `bridges.keep ${tx.orgId}` })
}
