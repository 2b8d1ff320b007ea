import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { OwnTicket } from '../../domain/detected.ts'

/** The tickets of somebody that are open, or were closed since `closedSince`; opened since a moment, with what was written in them. */
export async function ownTicketsOf(
  tx: Tx,
  personId: string,
  since: Instant,
  closedSince: Instant,
): Promise<readonly OwnTicket[]> {
  const { rows } = await sql<OwnTicket>`
    select t.id, t.number, t.category, t.platform, t.stage = 'closed' as "isClosed",
      coalesce((select string_agg(worded.value, E'\n') from ticket_events e cross join lateral jsonb_each_text(e.words) worded
        where e.org_id = t.org_id and e.ticket_id = t.id), '') as text
    from tickets t
    where t.org_id = ${tx.orgId} and t.requester_id = ${personId} and t.opened_at > ${since}
      and (t.stage <> 'closed' or t.closed_at > ${closedSince})
    order by t.number desc limit 50`.execute(tx.db)
  return rows
}
