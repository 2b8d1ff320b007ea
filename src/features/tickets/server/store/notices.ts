import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type NewNotice = {
  readonly person: { readonly id: string }
  readonly moment: string
  readonly channel: 'mail' | 'desk'
}

/** For each whether it is the first: false when this person has been told of this event by this channel before. */
export async function insertNotices(
  { db, orgId, now }: Tx,
  { ticketId, eventNumber }: { readonly ticketId: string; readonly eventNumber: number },
  notices: readonly NewNotice[],
): Promise<readonly boolean[]> {
  if (notices.length === 0) return []
  const ids = notices.map(() => newId())
  const { rows } = await sql<{ id: string }>`
    insert into ticket_notices (org_id, id, person_id, ticket_id, event_number, moment, channel, at)
    select ${orgId}, id, person_id, ${ticketId}, ${eventNumber}, moment, channel, ${now}
    from unnest(${ids}::uuid[], ${notices.map(({ person }) => person.id)}::uuid[],
      ${notices.map(({ moment }) => moment)}::text[], ${notices.map(({ channel }) => channel)}::text[])
      with ordinality as given (id, person_id, moment, channel, place)
    order by place
    on conflict do nothing returning id`.execute(db)
  const inserted = new Set(rows.map((row) => row.id))
  return ids.map((id) => inserted.has(id))
}

const shownNotices = 50

/** The newest, and how many are unread of all. */
export async function noticesOf(tx: Tx, personId: string) {
  const [notices, unread] = await Promise.all([newestOf(tx, personId), unreadOf(tx, personId)])
  return { unread, notices }
}

async function unreadOf(tx: Tx, personId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('ticket_notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('channel', '=', 'desk')
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function newestOf(tx: Tx, personId: string) {
  return tx.db
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
