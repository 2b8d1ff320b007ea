import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type NewNotice = {
  readonly personId: string
  readonly ticketId: string
  readonly eventNumber: number
  readonly moment: string
  readonly channel: 'mail' | 'desk'
}

/** False when this person has been told of this event by this channel before. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const row = await tx.db
    .insertInto('ticket_notices')
    .values({
      org_id: tx.orgId,
      id: newId(),
      person_id: notice.personId,
      ticket_id: notice.ticketId,
      event_number: notice.eventNumber,
      moment: notice.moment,
      channel: notice.channel,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const shownNotices = 50

export async function noticesOf(tx: Tx, personId: string) {
  const rows = await tx.db
    .selectFrom('ticket_notices')
    .innerJoin('tickets', (join) =>
      join
        .onRef('tickets.org_id', '=', 'ticket_notices.org_id')
        .onRef('tickets.id', '=', 'ticket_notices.ticket_id'),
    )
    .select([
      'ticket_notices.id',
      'ticket_notices.ticket_id as ticketId',
      'tickets.number',
      'tickets.subject',
      'ticket_notices.moment',
      'ticket_notices.at',
      'ticket_notices.read_at as readAt',
    ])
    .where('ticket_notices.org_id', '=', tx.orgId)
    .where('ticket_notices.person_id', '=', personId)
    .where('ticket_notices.channel', '=', 'desk')
    .orderBy('ticket_notices.at', 'desc')
    .orderBy('ticket_notices.id', 'desc')
    .limit(shownNotices)
    .execute()
  return { unread: rows.filter((row) => row.readAt === null).length, notices: rows }
}

export async function readNotices(tx: Tx, personId: string, until: Instant): Promise<void> {
  await tx.db
    .updateTable('ticket_notices')
    .set({ read_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('channel', '=', 'desk')
    .where('read_at', 'is', null)
    .where('at', '<=', until)
    .execute()
}
