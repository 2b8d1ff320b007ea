import type { TicketListener } from '#features/tickets/server/actions.ts'
import { caseFrom, insertFor } from './open-case.ts'
import { casesOfTicket, updateCase } from './store/cases.ts'
import { note } from './store/log.ts'
import { keptUp } from './tell-keepers.ts'
import { tellPages } from './tell.ts'
import { channelsOf } from '../domain/contract-kinds.ts'

/** A ticket may come to the vendor, and back, without the pages of this feature: by the API, or by the ticket's own dialogs. */
export const vendorCaseListener: TicketListener = async (platform, tx, { plan, ticket, event }) => {
  const { fact, by, at } = event
  const author = by.kind === 'person' ? by.personId : null
  if (fact.type === 'vendor-case-opened' && plan.teams.vendor) {
    const { vendor } = plan.teams
    await insertFor(platform, tx, {
      ...caseFrom(vendor, fact.severity, at),
      ticketId: ticket.id,
      openedByEvent: event.number,
      channel: channelsOf(vendor)[0] ?? 'other',
      caseNumber: fact.caseNumber?.slice(0, 100) ?? null,
      contactName: null,
      contactAddress: null,
      openedBy: author,
      typed: { asked: fact.words.text },
      shown: [],
      files: [],
    })
  }
  if (fact.type === 'vendor-answered') {
    for (const row of await casesOfTicket(tx, ticket.id)) {
      if (row.state !== 'open' || row.openedByEvent > event.number) continue
      await updateCase(tx, row, { state: 'answered', answeredAt: at, respondedAt: row.respondedAt ?? at })
      await note(tx, row.id, 'answered', author)
      await keptUp(tx, row.id)
      await tellPages(tx, row)
    }
  }
  // Nobody waits for the vendor any more: whoever keeps the case has it closed there.
  if (fact.type === 'closed') {
    for (const row of await casesOfTicket(tx, ticket.id)) {
      if (row.state !== 'open' || row.nextBy === 'us') continue
      await updateCase(tx, row, { nextBy: 'us', nextWhat: '', nextAt: null })
      await note(tx, row.id, 'next-set', null, { by: 'us' })
      await keptUp(tx, row.id, 'vendor-late')
      await tellPages(tx, row)
    }
  }
}
