import { organisationIds } from '#features/people/server/actions.ts'
import type { ParsePool } from '#integrations/mail/parse-pool.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload, type Jobs } from '#platform/jobs/enqueue.ts'
import { type Correspondence, noCorrespondence } from './correspondence.ts'
import { firstIntake, takeIn } from './intake.ts'
import { leftStored } from './store/inbound-mails.ts'

const lostAfterMs = 2 * 60_000

export function mailboxJobs(pool: ParsePool, correspondence: Correspondence = noCorrespondence): Jobs {
  const intake = { ...firstIntake, correspondence }
  return {
    'mailboxes.intake': (platform, { orgId, id }: JobPayload & { readonly id: string }) =>
      takeIn(platform, pool, { orgId, id }, intake),

    /** Every minute: stored mail whose job was lost is read all the same. */
    'mailboxes.sweep': async (platform) => {
      const since = new Date(Date.parse(platform.clock.now()) - lostAfterMs).toISOString()
      for (const orgId of await organisationIds(platform)) {
        await inOrganisation(platform, orgId, async (tx) => {
          for (const id of await leftStored(tx, since)) await enqueue(tx, 'mailboxes.intake', { id }, { key: id })
        })
      }
    },
  }
}
