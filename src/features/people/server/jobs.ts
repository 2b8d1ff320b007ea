import { inOrganisation } from '#platform/database/transaction.ts'
import type { Jobs } from '#platform/jobs/enqueue.ts'
import { organisationIds } from './actions.ts'
import { deleteWhatIsOver } from './store/clean-up.ts'

export const jobs: Jobs = {
  'people.clean-up': async (platform) => {
    for (const orgId of await organisationIds(platform)) await inOrganisation(platform, orgId, deleteWhatIsOver)
  },
}

/** In UTC, as crontab writes it. */
export const schedule = { 'people.clean-up': '17 3 * * *' } as const
