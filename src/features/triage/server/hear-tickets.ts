import { readTicket, type TicketListener } from '#features/tickets/server/actions.ts'
import { issueOf, standingDiagnosis } from '#features/tickets/domain/known-issue.ts'
import { keepOutcome } from './store/outcomes.ts'

/** What the requester found says whether the known issue of the diagnosis helped: at the contact, and when it comes back. */
export const triageListener: TicketListener = async (_platform, tx, { ticket, event }) => {
  const { fact, by, number } = event
  const found = fact.type === 'contacted' && fact.outcome !== 'not-reached'
  if (!found && fact.type !== 'reopened') return
  const { events } = await readTicket(tx, { kind: 'system', name: 'clock' }, ticket.id)
  const diagnosis = standingDiagnosis(events.filter((one) => one.number < number))
  const issueId = diagnosis && issueOf(diagnosis.knownIssue)
  if (!issueId) return
  await keepOutcome(tx, {
    ticketId: ticket.id,
    issueId,
    helped: fact.type === 'contacted' && fact.outcome === 'applied',
    saidBy: 'contact',
    platform: ticket.platform,
    wave: ticket.wave,
    by: by.kind === 'person' ? by.personId : null,
  })
}
