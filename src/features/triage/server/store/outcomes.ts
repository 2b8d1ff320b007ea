import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import { noRecord, type TrackRecord } from '../../domain/track-record.ts'

export type Outcome = {
  readonly issueId: string
  readonly helped: boolean
  readonly by: string | null
  readonly at: string
}

/** What was said of issues on one ticket. */
export async function outcomesOn(tx: Tx, ticketId: string): Promise<readonly Outcome[]> {
  return tx.db
    .selectFrom('triage_outcomes')
    .select(['issue_id as issueId', 'helped', 'by_person as by', 'at'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

export type Said = {
  readonly ticketId: string
  readonly issueId: string
  readonly helped: boolean
  readonly saidBy: 'agent' | 'contact'
  readonly platform: string | null
  readonly wave: string | null
  readonly by: string | null
}

/** Keeps what was said last. How a contact ended is what the requester found, and stands above what an agent expected. */
export async function keepOutcome(tx: Tx, said: Said): Promise<void> {
  const now = {
    helped: said.helped,
    said_by: said.saidBy,
    platform: said.platform,
    wave: said.wave,
    by_person: said.by,
    at: tx.now,
  }
  await tx.db
    .insertInto('triage_outcomes')
    .values({ org_id: tx.orgId, ticket_id: said.ticketId, issue_id: said.issueId, ...now })
    .onConflict((on) => on.columns(['org_id', 'ticket_id', 'issue_id']).doUpdateSet(now))
    .execute()
}

export async function dropOutcome(tx: Tx, ticketId: string, issueId: string): Promise<void> {
  await tx.db
    .deleteFrom('triage_outcomes')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .where('issue_id', '=', issueId)
    .execute()
}

type Around = { readonly ticketId: string; readonly platform: string | null; readonly wave: string | null }
type Counted = {
  readonly issueId: string
  readonly helpedHere: number
  readonly failedHere: number
  readonly helpedElsewhere: number
  readonly failedElsewhere: number
  readonly inWave: number
}

/** The past of every issue that has one, as it bears on a ticket of this platform and wave; what was said on the ticket itself is not past. */
export async function trackRecords(
  { db, orgId }: Tx,
  { ticketId, platform, wave }: Around,
): Promise<(issueId: string) => TrackRecord> {
  const { rows } = await sql<Counted>`
    select issue_id as "issueId",
      count(*) filter (where helped and here)::int as "helpedHere",
      count(*) filter (where not helped and here)::int as "failedHere",
      count(*) filter (where helped and not here)::int as "helpedElsewhere",
      count(*) filter (where not helped and not here)::int as "failedElsewhere",
      count(*) filter (where helped and wave = ${wave})::int as "inWave"
    from (select issue_id, helped, wave, ${platform}::text is null or platform is null or platform = ${platform} as here
      from triage_outcomes where org_id = ${orgId} and ticket_id <> ${ticketId}) past
    group by issue_id`.execute(db)
  const records = new Map(
    rows.map((row) => [
      row.issueId,
      {
        onPlatform: { helped: row.helpedHere, notHelped: row.failedHere },
        elsewhere: { helped: row.helpedElsewhere, notHelped: row.failedElsewhere },
        helpedInWave: row.inWave,
      },
    ]),
  )
  return (issueId) => records.get(issueId) ?? noRecord
}
