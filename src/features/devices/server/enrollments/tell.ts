import { staffRoles } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Pages that show how many have enrolled look anew. */
export async function tellEnrollments(tx: Tx): Promise<void> {
  await announce(tx, { topic: 'enrollments', subject: tx.orgId, audience: { roles: staffRoles } })
}
