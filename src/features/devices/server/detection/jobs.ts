import { organisationIds } from '#features/people/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload, type Jobs } from '#platform/jobs/enqueue.ts'
import type { FindingListener } from '../finding-listeners.ts'

/** What Tierwise does by itself about what it finds; `listeners` are features above. */
export function detectionJobs(listeners: readonly FindingListener[]): Jobs {
  return {
    /** Every organisation with a tenant looks, each in a job of its own. */
    'devices.detect-all': async (platform) => {
      for (const orgId of await organisationIds(platform)) {
        await inOrganisation(platform, orgId, async (tx) => {
          if (await tenantOf(tx))
            await enqueue(tx, 'devices.detect', {}, { key: `devices.detect:${orgId}`, maxAttempts: 2 })
        })
      }
    },
    /** One finding that is new, or happened again. */
    'devices.finding': async (platform, { orgId, findingId }: JobPayload & { readonly findingId: string }) => {
      for (const hear of listeners) await inOrganisation(platform, orgId, (tx) => hear(platform, tx, findingId))
    },
  }
}

export const detectionSchedule: Readonly<Record<string, string>> = {
  'devices.detect-all': '4,14,24,34,44,54 * * * *',
}
