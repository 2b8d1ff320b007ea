import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export async function filesOn(tx: Tx, ticketId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('ticket_files')
    .select('file_id')
    .where('org_id', '=', tx.orgId)
    .where('ticket_id', '=', ticketId)
    .execute()
  return new Set(rows.map((row) => row.file_id))
}

/** A file that was shown to the requester once stays readable for them. */
export async function insertTicketFiles(
  tx: Tx,
  ticketId: string,
  files: readonly { readonly id: string; readonly isOpen: boolean }[],
): Promise<void> {
  for (const { id, isOpen } of files) {
    await tx.db
      .insertInto('ticket_files')
      .values({ org_id: tx.orgId, file_id: id, ticket_id: ticketId, is_open: isOpen })
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'file_id', 'ticket_id'])
          .doUpdateSet({ is_open: sql<boolean>`ticket_files.is_open or excluded.is_open` }),
      )
      .execute()
  }
}

export async function ticketsWithFile(tx: Tx, fileId: string) {
  return tx.db
    .selectFrom('ticket_files')
    .innerJoin('tickets', (join) =>
      join.onRef('tickets.org_id', '=', 'ticket_files.org_id').onRef('tickets.id', '=', 'ticket_files.ticket_id'),
    )
    .select(['ticket_files.is_open as isOpen', 'tickets.requester_id as requesterId'])
    .where('ticket_files.org_id', '=', tx.orgId)
    .where('ticket_files.file_id', '=', fileId)
    .execute()
}
