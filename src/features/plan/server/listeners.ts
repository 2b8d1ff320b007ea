import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { type PlanInForce, readPublished } from './published.ts'

/** A version was put in force, with the one before it; null for the first. Others may have followed since. */
export type PlanHeard = { readonly before: PlanInForce | null; readonly after: PlanInForce }

/** A feature above that acts on a published plan. It hears of each version at least once, after its commit, in a transaction of its own. */
export type PlanListener = (platform: Platform, tx: Tx, heard: PlanHeard) => Promise<void>

type Published = JobPayload & { readonly versionId: string; readonly beforeId: string | null }

export function planJobs(listeners: readonly PlanListener[]): Jobs {
  return {
    'plan.published': async (platform, { orgId, versionId, beforeId }: Published) => {
      for (const hear of listeners)
        await inOrganisation(platform, orgId, async (tx) => {
          const after = await readPublished(tx, versionId)
          const before = beforeId === null ? null : await readPublished(tx, beforeId)
          if (after) await hear(platform, tx, { before, after })
        })
    },
  }
}
