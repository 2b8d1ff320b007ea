import { organisationIds } from '#features/people/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload, type Jobs } from '#platform/jobs/enqueue.ts'
import { runClock } from './actions.ts'
import { tellListeners, type TicketListener } from './listeners.ts'
import type { MailServices } from './mails.ts'
import { type EventRange, notify } from './notify.ts'
import { overdueForClock } from './store/ticket-row.ts'

type OfTicket = JobPayload & { readonly ticketId: string }

export function ticketJobs(mail: MailServices, listeners: readonly TicketListener[] = []): Jobs {
  return {
    /** The next due moment of one ticket. */
    'tickets.clock': async (platform, { orgId, ticketId }: OfTicket) =>
      inOrganisation(platform, orgId, (tx) => runClock(tx, ticketId)),

    'tickets.notify': async (platform, { orgId, ...range }: JobPayload & EventRange) =>
      inOrganisation(platform, orgId, (tx) => notify(platform, tx, mail, range)),

    'tickets.heard': async (platform, { orgId, ...range }: JobPayload & EventRange) =>
      inOrganisation(platform, orgId, (tx) => tellListeners(platform, tx, listeners, range)),

    /** Every minute: due moments whose job was lost are found by the moment that the ticket itself holds. */
    'tickets.clock-sweep': async (platform) => {
      for (const orgId of await organisationIds(platform)) {
        await inOrganisation(platform, orgId, async (tx) => {
          for (const ticketId of await overdueForClock(tx))
            await enqueue(tx, 'tickets.clock', { ticketId }, { key: ticketId })
        })
      }
    },
  }
}
