import type { Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'

/** Who hears of causes and bursts: everybody who works on support. */
const readers = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']

/** Pages that show causes and bursts look again. */
export async function tellOfCauses(tx: Tx, subject: string): Promise<void> {
  await announce(tx, { topic: 'causes', subject, audience: { roles: readers } })
}
