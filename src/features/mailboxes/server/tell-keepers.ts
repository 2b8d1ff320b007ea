import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Whoever looks after mail sees it change. */
export function tellKeepers(tx: Tx, subject: string): Promise<void> {
  return announce(tx, { topic: 'mail', subject, audience: { roles: ['administrator', 'lead'] } })
}
