import { organisationIds } from '#features/people/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Jobs } from '#platform/jobs/enqueue.ts'
import { askOrganisation } from './context.ts'
import { readContextJob } from './read-context-job.ts'
import { readOrganisationJob } from './read-organisation-job.ts'

export const deviceJobs: Jobs = {
  /** Certificates and service health of every organisation with a tenant, also while nobody looks. */
  'devices.read-organisations': async (platform) => {
    for (const orgId of await organisationIds(platform)) {
      await inOrganisation(platform, orgId, async (tx) => {
        if (await tenantOf(tx)) await askOrganisation(tx)
      })
    }
  },
}

/** Jobs that wait for Microsoft. */
export const slowDeviceJobs: Jobs = {
  'devices.read': readContextJob,
  'devices.read-organisation': readOrganisationJob,
}

/** When jobs begin by themselves, as cron lines. */
export const deviceSchedule: Readonly<Record<string, string>> = {
  'devices.read-organisations': '*/15 * * * *',
}
