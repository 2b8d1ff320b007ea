import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type EarlierTicket = {
  readonly number: number
  readonly subject: string
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly rootCause: string | null
}

const most = 5

/** What this requester reported before, the latest first. */
export async function earlierOf(
  { db, orgId }: Tx,
  requesterId: string,
  beforeNumber: number,
): Promise<readonly EarlierTicket[]> {
  const { rows } = await sql<EarlierTicket>`
    select number::int as number, subject, opened_at as "openedAt", closed_at as "closedAt",
      state -> 'diagnosis' ->> 'rootCause' as "rootCause"
    from tickets where org_id = ${orgId} and requester_id = ${requesterId} and number < ${beforeNumber}
    order by number desc limit ${most}`.execute(db)
  return rows
}
