import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { OwnTicket } from '../../domain/detected.ts'

/** The open tickets of somebody, opened since a moment, with what was written in them. */
export async function openTicketsOf(tx: Tx, personId: string, since: Instant): Promise<readonly OwnTicket[]> {
  const { rows } = await sql<OwnTicket>`
    select t.id, t.number, t.category, t.platform,
      coalesce((select string_agg(worded.value, E'\n') from ticket_events e cross join lateral jsonb_each_text(e.words) worded
        where e.org_id = t.org_id and e.ticket_id = t.id), '') as text
    from tickets t
    where t.org_id = ${tx.orgId} and t.requester_id = ${personId} and t.stage <> 'closed' and t.opened_at > ${since}
    order by t.number desc limit 50`.execute(tx.db)
  return rows
}
