import type { PlanListener } from '#features/plan/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isSame, type Retraining, whoRetrains } from '../../domain/retraining/who-retrains.ts'
import { learnersOf } from '../learners.ts'
import { tellRetraining } from './mails.ts'
import { retrained } from './notices.ts'
import { changeDuty, findDuty, insertDuty, lookFirst, openDuties } from './store.ts'

/** A version was published: whoever works by what changed is asked to train again on it. */
export const retrainingListener: PlanListener = async (platform, tx, { before, after }) => {
  if (!before || !(await lookFirst(tx, after.id))) return
  const open = await openDuties(tx)
  for (const one of await retrainingBetween(tx, before.document, after.document)) {
    const id = await insertDuty(tx, after.id, one)
    if (id === null) continue
    for (const earlier of open.filter((duty) => isSame(duty, one))) {
      await changeDuty(tx, earlier.id, { taken_over_at: tx.now })
      await retrained(tx, earlier.id)
    }
    const duty = await findDuty(tx, id)
    if (!duty) continue
    // Who is suspended already stays so, until the newer one is done.
    const suspended = open.find((earlier) => isSame(earlier, one) && earlier.suspended !== null)
    if (suspended?.suspendedAt)
      await changeDuty(tx, id, {
        suspended_at: suspended.suspendedAt,
        suspended: JSON.stringify(suspended.suspended),
      })
    await tellRetraining(platform, tx, after.document, duty, 'asked')
  }
}

/** Who would have to train again on what, if this plan followed that one now. */
export async function retrainingBetween(
  tx: Tx,
  before: SupportPlan,
  after: SupportPlan,
): Promise<readonly Retraining[]> {
  const people = await learnersOf(tx, after)
  return whoRetrains({ before, after, at: tx.now, people, open: await openDuties(tx) })
}
