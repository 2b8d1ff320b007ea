import { giveCertification } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { announceTraining } from '../announce-training.ts'
import { tellRetraining } from './mails.ts'
import { retrained } from './notices.ts'
import { changeDuty, type DutyRow, openDuties } from './store.ts'

type Passed = {
  readonly id: string
  readonly personId: string
  readonly courseKey: string
  /** Null: the whole course, which settles each of its items. */
  readonly itemKey: string | null
  readonly begunAt: Instant
}

/**
 * A test was passed that was drawn after the retraining was asked: it is done, and the certification goes on under the version that
 * asked it. What was suspended is given again for as long as it would have lasted.
 */
export async function settleRetraining(platform: Platform, tx: Tx, passed: Passed): Promise<void> {
  const open = await openDuties(tx, passed.personId)
  const done = open.filter(
    (duty) =>
      duty.courseKey === passed.courseKey &&
      (passed.itemKey === null || duty.itemKey === passed.itemKey) &&
      duty.madeAt <= passed.begunAt,
  )
  for (const duty of done) {
    await changeDuty(tx, duty.id, { done_at: tx.now, attempt_id: passed.id })
    await retrained(tx, duty.id)
  }
  const left = open.filter((duty) => !done.includes(duty))
  // A new certificate gives its own certification.
  if (passed.itemKey !== null) await restore(platform, tx, done, left)
  if (done.length > 0) await announceTraining(tx, passed.personId, [passed.personId])
}

/** Only when nothing else of the tier is overdue. */
async function restore(
  platform: Platform,
  tx: Tx,
  done: readonly DutyRow[],
  left: readonly DutyRow[],
): Promise<void> {
  const plan = (await publishedPlan(tx))?.document
  for (const duty of done) {
    const { suspended, tier, personId } = duty
    if (!suspended || left.some((one) => one.tier === tier && one.suspendedAt !== null)) continue
    if (suspended.until !== null && suspended.until <= tx.now) continue
    await giveCertification(tx, 'tierwise', { personId, tier, until: suspended.until, overrideReason: null })
    if (plan) await tellRetraining(platform, tx, plan, duty, 'restored')
    return
  }
}
