import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { JobPayload, Jobs } from '#platform/jobs/enqueue.ts'
import { directoryGroups } from '../store/directory.ts'
import { askForRound } from './choose.ts'
import { directoryRound } from './round.ts'

export const directoryJobs: Jobs = {
  /** Every quarter of an hour, where groups were chosen. */
  'tenant.directory-all': async (platform) => {
    for (const orgId of await organisationIds(platform)) {
      await inOrganisation(platform, orgId, async (tx) => {
        if ((await directoryGroups(tx)).length > 0) await askForRound(tx)
      })
    }
  },
  'tenant.directory': async (platform, { orgId }: JobPayload) => {
    const outcome = await directoryRound(platform, orgId)
    if (outcome === 'changed') await inOrganisation(platform, orgId, askForRound)
  },
}

/** When jobs begin by themselves, as cron lines. */
export const directorySchedule: Readonly<Record<string, string>> = { 'tenant.directory-all': '*/15 * * * *' }
