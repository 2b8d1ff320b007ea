import { staffRoles } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Tells the pages of the rollout that a wave, or the people in waves, stand otherwise. */
export async function tellOfRollout(tx: Tx, subject: string): Promise<void> {
  await announce(tx, { topic: 'rollout', subject, audience: { roles: staffRoles } })
}
