import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import { tellOfLate } from './overdue.ts'

export const vendorCaseJobs: Jobs = {
  /** At the moment at which a vendor would be late. */
  'vendor-cases.overdue': (platform, { orgId }: JobPayload) =>
    inOrganisation(platform, orgId, (tx) => tellOfLate(platform, tx)),

  /** Whose job was lost is told all the same. */
  'vendor-cases.sweep': async (platform) => {
    for (const orgId of await organisationIds(platform))
      await inOrganisation(platform, orgId, (tx) => tellOfLate(platform, tx))
  },
}

/** When jobs begin by themselves, as cron lines. */
export const vendorCaseSchedule: Readonly<Record<string, string>> = { 'vendor-cases.sweep': '*/5 * * * *' }
