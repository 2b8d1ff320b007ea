import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Retraining } from '../../domain/retraining/who-retrains.ts'
import type { Told } from '../../domain/retraining/word-ahead.ts'

/** What was ended, to be given again once the training is done. */
export type Suspended = { readonly until: Instant | null }

export type DutyRow = Retraining & {
  readonly id: string
  readonly planVersionId: string
  readonly madeAt: Instant
  readonly doneAt: Instant | null
  readonly suspendedAt: Instant | null
  readonly suspended: Suspended | null
}

const duties = (tx: Tx) =>
  tx.db
    .selectFrom('retraining_duties')
    .where('org_id', '=', tx.orgId)
    .select([
      'id',
      'person_id as personId',
      'tier',
      'course_key as courseKey',
      'item_key as itemKey',
      'plan_version_id as planVersionId',
      'kinds',
      'made_at as madeAt',
      'due_at as dueAt',
      'done_at as doneAt',
      'suspended_at as suspendedAt',
      'suspended',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof duties>['execute']>>[number]
const dutyOf = (row: Row): DutyRow => row as unknown as DutyRow

/** Everything that is still to be done, the first due first; of one person, or of everybody. */
export async function openDuties(tx: Tx, personId?: string): Promise<readonly DutyRow[]> {
  let query = duties(tx).where('done_at', 'is', null).where('taken_over_at', 'is', null)
  if (personId !== undefined) query = query.where('person_id', '=', personId)
  return (await query.orderBy('due_at').orderBy('id').execute()).map(dutyOf)
}

export async function findDuty(tx: Tx, id: string): Promise<DutyRow | null> {
  const row = await duties(tx).where('id', '=', id).executeTakeFirst()
  return row ? dutyOf(row) : null
}

/** What was done, newest first. */
export async function doneDuties(tx: Tx, personId: string): Promise<readonly DutyRow[]> {
  const rows = await duties(tx)
    .where('person_id', '=', personId)
    .where('done_at', 'is not', null)
    .orderBy('done_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(dutyOf)
}

/** False where the version has asked it of this person already. */
export async function insertDuty(tx: Tx, planVersionId: string, one: Retraining): Promise<string | null> {
  const row = await tx.db
    .insertInto('retraining_duties')
    .values({
      org_id: tx.orgId,
      id: newId(),
      person_id: one.personId,
      tier: one.tier,
      course_key: one.courseKey,
      item_key: one.itemKey,
      plan_version_id: planVersionId,
      kinds: [...one.kinds],
      made_at: tx.now,
      due_at: one.dueAt > tx.now ? one.dueAt : new Date(Date.parse(tx.now) + 86_400_000).toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

type Change = {
  readonly done_at?: Instant
  readonly attempt_id?: string
  readonly taken_over_at?: Instant
  readonly suspended_at?: Instant
  readonly suspended?: string
}

/** Of a duty that is still open; false when it is not. */
export async function changeDuty(tx: Tx, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('retraining_duties')
    .set(change)
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('taken_over_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether this version is looked at now for the first time. */
export async function lookFirst(tx: Tx, planVersionId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('retraining_looked')
    .values({ org_id: tx.orgId, plan_version_id: planVersionId, looked_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function toldOf(tx: Tx, dutyId: string): Promise<readonly Told[]> {
  return tx.db
    .selectFrom('retraining_warnings')
    .select(['days', 'told_at as at'])
    .where('org_id', '=', tx.orgId)
    .where('duty_id', '=', dutyId)
    .execute()
}

/** False when it was told already. */
export async function noteTold(tx: Tx, dutyId: string, days: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('retraining_warnings')
    .values({ org_id: tx.orgId, duty_id: dutyId, days, told_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
