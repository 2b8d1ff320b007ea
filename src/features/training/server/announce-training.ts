import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { staff } from '../contract/parts.ts'

/** Tells the pages that show training; they fetch what they may see. */
export async function announceTraining(tx: Tx, subject: string, persons: readonly string[] = []): Promise<void> {
  await announce(tx, { topic: 'training', subject, audience: { roles: staff, persons } })
}
