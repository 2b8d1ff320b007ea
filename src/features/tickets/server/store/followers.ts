import type { Tx } from '#platform/database/transaction.ts'

export async function replaceFollowers(tx: Tx, ticketId: string, personIds: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('ticket_followers')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .execute()
  if (personIds.length === 0) return
  await tx.db
    .insertInto('ticket_followers')
    .values(personIds.map((personId) => ({ org_id: tx.orgId, ticket_id: ticketId, person_id: personId })))
    .execute()
}
