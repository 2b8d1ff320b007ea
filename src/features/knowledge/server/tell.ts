import { staffRoles } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Lets the pages of everybody on support show how known issues are now. */
export async function tellKnowledge(tx: Tx, issueId: string): Promise<void> {
  await announce(tx, { topic: 'knowledge', subject: issueId, audience: { roles: [...staffRoles] } })
}
