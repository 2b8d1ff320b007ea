import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Jobs } from '#platform/jobs/enqueue.ts'
import { tellOfDue } from './ask-reviewers.ts'

export const knowledgeJobs: Jobs = {
  /** Once a day: whoever may review hears of what is due. */
  'knowledge.reviews-due': async (platform) => {
    for (const orgId of await organisationIds(platform)) await inOrganisation(platform, orgId, tellOfDue)
  },
}

/** When jobs begin by themselves, as cron lines. Before the day begins, also where that is early. */
export const knowledgeSchedule: Readonly<Record<string, string>> = { 'knowledge.reviews-due': '7 4 * * *' }
