import { createHash } from 'node:crypto'
import type { InBoth } from '#features/knowledge/domain/known-issue.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { CheckState, Ticked } from '../../domain/checks.ts'

/** The checks that were made on a ticket, the first made first. */
export async function ticksOf(tx: Tx, ticketId: string): Promise<readonly Ticked[]> {
  const rows = await tx.db
    .selectFrom('triage_checks')
    .select(['issue_id', 'words', 'state', 'note', 'by_person', 'at'])
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .orderBy('check_key')
    .execute()
  return rows.map((row) => ({
    issueId: row.issue_id,
    words: row.words as InBoth<string>,
    state: row.state as CheckState,
    note: row.note,
    by: row.by_person,
    at: row.at,
  }))
}

export async function keepTick(tx: Tx, ticketId: string, tick: Ticked): Promise<void> {
  const said = { state: tick.state, note: tick.note, by_person: tick.by, at: tick.at }
  await tx.db
    .insertInto('triage_checks')
    .values({
      org_id: tx.orgId,
      ticket_id: ticketId,
      issue_id: tick.issueId,
      check_key: keyOf(tick.words),
      words: JSON.stringify(tick.words),
      ...said,
    })
    .onConflict((on) => on.columns(['org_id', 'ticket_id', 'issue_id', 'check_key']).doUpdateSet(said))
    .execute()
}

export async function dropTick(tx: Tx, ticketId: string, issueId: string, words: InBoth<string>): Promise<void> {
  await tx.db
    .deleteFrom('triage_checks')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .where('issue_id', '=', issueId)
    .where('check_key', '=', keyOf(words))
    .execute()
}

function keyOf({ nl, en }: InBoth<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([nl, en]))
    .digest('hex')
}
