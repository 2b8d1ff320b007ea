import { staffRoles } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Tells the pages that show people; they fetch what they may see. */
export async function announceChange(tx: Tx, subject: string): Promise<void> {
  await announce(tx, { topic: 'people', subject, audience: { roles: staffRoles, persons: [subject] } })
}
