import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Jobs } from '#platform/jobs/enqueue.ts'
import { lookForBursts } from './bursts.ts'

export const triageJobs: Jobs = {
  /** Bursts of like tickets, for every organisation in turn: one that something is wrong with does not keep the others waiting. */
  'triage.bursts': async (platform) => {
    for (const orgId of await organisationIds(platform)) {
      try {
        await inOrganisation(platform, orgId, (tx) => lookForBursts(platform, tx))
      } catch (err) {
        platform.log.error({ err, orgId }, 'the bursts of an organisation could not be looked for')
      }
    }
  },
}

/** When jobs begin by themselves, as cron lines. Before the agendas of bridges, which are made of what is found. */
export const triageSchedule: Readonly<Record<string, string>> = { 'triage.bursts': '*/2 * * * *' }
