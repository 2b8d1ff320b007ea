import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Pages that show people and groups of the tenant look anew. */
export function tellOfDirectory(tx: Tx): Promise<void> {
  return announce(tx, {
    topic: 'tenant',
    subject: tx.orgId,
    data: { what: 'directory' },
    audience: { roles: ['administrator', 'auditor', 'rollout-manager'] },
  })
}
