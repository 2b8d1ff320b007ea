import { actorOf, endCertification, organisationIds } from '#features/people/server/actions.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { suspendedFrom, wordDue } from '../../domain/retraining/word-ahead.ts'
import { tellRetraining } from './mails.ts'
import { changeDuty, type DutyRow, findDuty, noteTold, openDuties, toldOf } from './store.ts'

/** Word before retraining is overdue, and the suspension once it is. */
export async function lookAhead(platform: Platform): Promise<void> {
  for (const orgId of await organisationIds(platform))
    await inOrganisation(platform, orgId, (tx) => lookAheadIn(platform, tx))
}

async function lookAheadIn(platform: Platform, tx: Tx): Promise<void> {
  const plan = (await publishedPlan(tx))?.document
  if (!plan) return
  for (const duty of await openDuties(tx)) {
    const told = await toldOf(tx, duty.id)
    const days = wordDue(duty, told, tx.now)
    if (days !== null && (await noteTold(tx, duty.id, days)))
      await tellRetraining(platform, tx, plan, duty, 'ahead')
    const from = suspendedFrom(duty, told)
    if (duty.suspendedAt === null && from !== null && from <= tx.now) await suspend(platform, tx, plan, duty)
  }
}

/** Ends the certifications that training gave; one that a lead gave with a reason and an end goes on. */
async function suspend(
  platform: Platform,
  tx: Tx,
  plan: NonNullable<Awaited<ReturnType<typeof publishedPlan>>>['document'],
  duty: DutyRow,
): Promise<void> {
  const { certifications } = await actorOf(tx, duty.personId)
  const current = certifications.filter(
    (one) =>
      one.tier === duty.tier &&
      one.override === null &&
      one.from <= tx.now &&
      (one.until === null || one.until > tx.now),
  )
  const until = current.some((one) => one.until === null)
    ? null
    : current.reduce<string | null>(
        (last, one) => (last === null || (one.until ?? '') > last ? one.until : last),
        null,
      )
  const kept = { suspended_at: tx.now, suspended: JSON.stringify({ until }) }
  if (!(await changeDuty(tx, duty.id, kept))) return
  for (const { id } of current as readonly { readonly id?: string }[])
    if (id !== undefined) await endCertification(tx, 'tierwise', duty.personId, id)
  await noteTold(tx, duty.id, 0)
  const suspended = await findDuty(tx, duty.id)
  if (suspended && current.length > 0) await tellRetraining(platform, tx, plan, suspended, 'suspended')
}
