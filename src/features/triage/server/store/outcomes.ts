import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import type { Outcome } from '../../domain/checks.ts'
import { noRecord, type TrackRecord } from '../../domain/track-record.ts'

/** What was said of issues on one ticket. */
export async function outcomesOn(tx: Tx, ticketId: string): Promise<readonly Outcome[]> {
  const rows = await tx.db
    .selectFrom('triage_outcomes')
    .select(['issue_id as issueId', 'helped', 'said_by as saidBy', 'by_person as by', 'at'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .execute()
  return rows.map((row) => ({ ...row, saidBy: row.saidBy as Outcome['saidBy'] }))
}

export type Said = {
  readonly ticketId: string
  readonly issueId: string
  readonly helped: boolean
  readonly saidBy: Outcome['saidBy']
  readonly platform: string | null
  readonly wave: string | null
  readonly by: string | null
}

/** Keeps what was said last. False for what an agent says where a contact stands: what the requester found is above what an agent expects. */
export async function keepOutcome(tx: Tx, said: Said): Promise<boolean> {
  const now = {
    helped: said.helped,
    said_by: said.saidBy,
    platform: said.platform,
    wave: said.wave,
    by_person: said.by,
    at: tx.now,
  }
  const kept = await tx.db
    .insertInto('triage_outcomes')
    .values({ org_id: tx.orgId, ticket_id: said.ticketId, issue_id: said.issueId, ...now })
    .onConflict((on) => {
      const update = on.columns(['org_id', 'ticket_id', 'issue_id']).doUpdateSet(now)
      return said.saidBy === 'contact' ? update : update.where('triage_outcomes.said_by', '!=', 'contact')
    })
    .returning('issue_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Takes back what an agent said. False where no agent said anything: how a contact ended stays. */
export async function dropOutcome(tx: Tx, ticketId: string, issueId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('triage_outcomes')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .where('issue_id', '=', issueId)
    .where('said_by', '=', 'agent')
    .executeTakeFirst()
  return numDeletedRows > 0n
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

/**
 * The past of every issue that has one, as it bears on a ticket of this platform and wave; what was said on the ticket itself is not past. Nor is
 * what requesters tried before they reported: those whom it helped reported nothing.
 */
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
      from triage_outcomes where org_id = ${orgId} and ticket_id <> ${ticketId}
        and said_by <> 'requester') past
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
