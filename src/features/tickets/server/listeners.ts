import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { FactType, TicketEvent } from '../domain/events.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { EventRange } from './notify.ts'
import { readEvents } from './store/event-rows.ts'
import { findTicket } from './store/ticket-row.ts'

/** Something that happened to a ticket, with the ticket as it is now: it may have moved on since. */
export type TicketHeard = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly number: number
  readonly event: TicketEvent
}

/** A feature above that acts on what happens to tickets. It hears of each event at least once, after its commit, in a transaction of its own. */
export type TicketListener = (platform: Platform, tx: Tx, heard: TicketHeard) => Promise<void>

/** What listeners hear of. Openings are not among them: at a desk under load each would cost a job more. */
const heard: ReadonlySet<FactType> = new Set<FactType>([
  'asked',
  'handover-offered',
  'handover-accepted',
  'sent-back',
  'diagnosed',
  'question-asked',
  'note-taken',
  'vendor-case-opened',
  'contacted',
  'vendor-answered',
  'brought-to-bridge',
  'reopened',
])

export function isHeard({ fact }: TicketEvent): boolean {
  return heard.has(fact.type)
}

export async function tellListeners(
  platform: Platform,
  tx: Tx,
  listeners: readonly TicketListener[],
  range: EventRange,
): Promise<void> {
  if (listeners.length === 0) return
  const [stored, events] = await Promise.all([
    findTicket(tx, range.ticketId, { lock: false }),
    readEvents(tx, range.ticketId),
  ])
  if (!stored) return
  const { document: plan } = await planVersion(tx, stored.ticket.planVersionId)
  for (const event of events) {
    if (event.number < range.from || event.number > range.to || !isHeard(event)) continue
    for (const hear of listeners)
      await hear(platform, tx, { plan, ticket: stored.ticket, number: stored.number, event })
  }
}
