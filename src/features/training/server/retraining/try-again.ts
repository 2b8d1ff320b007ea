import type { Tx } from '#platform/database/transaction.ts'
import { no, fine, type Verdict } from '../../domain/refusals.ts'
import type { DutyRow } from './store.ts'

/** Time to read the pages again before the next try at their questions. */
const restMinutes = 15

export async function mayTryAgain(tx: Tx, duty: DutyRow): Promise<Verdict> {
  const last = await tx.db
    .selectFrom('training_attempts')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', duty.personId)
    .where('course_key', '=', duty.courseKey)
    .where('item_key', '=', duty.itemKey)
    .where('handed_in_at', 'is not', null)
    .where('begun_at', '>=', duty.madeAt)
    .orderBy('handed_in_at', 'desc')
    .select('handed_in_at as at')
    .executeTakeFirst()
  if (!last?.at) return fine
  const again = new Date(Date.parse(last.at) + restMinutes * 60_000).toISOString()
  return again > tx.now ? no('test-rests', { until: again }) : fine
}
