import type { Tx } from '#platform/database/transaction.ts'

export async function replaceFollowers(tx: Tx, ticketId: string, personIds: readonly string[]): Promise<void> {
  const before = tx.db
    .deleteFrom('ticket_followers')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
  const now = tx.db
    .insertInto('ticket_followers')
    .values(personIds.map((personId) => ({ org_id: tx.orgId, ticket_id: ticketId, person_id: personId })))
  await Promise.all([before.execute(), personIds.length > 0 && now.execute()])
}
