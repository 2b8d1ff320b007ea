import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import { staff } from '../contract/answers.ts'

/** Pages that show the case, or its ticket, look again. */
export async function tellPages(
  tx: Tx,
  { id, ticketId }: { readonly id: string; readonly ticketId: string },
): Promise<void> {
  await announce(tx, { topic: 'vendor-case', subject: id, data: { ticketId }, audience: { roles: staff } })
}
