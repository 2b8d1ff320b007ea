import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Answers } from '../../domain/test/judge.ts'
import type { Question } from '../../domain/test/question.ts'

export type AttemptRow = {
  readonly id: string
  readonly personId: string
  readonly courseKey: string
  readonly planVersionId: string
  readonly itemKey: string | null
  readonly sessionId: string | null
  readonly questions: readonly Question[]
  readonly begunAt: Instant
  readonly handedInAt: Instant | null
  readonly answers: Answers | null
  readonly percent: number | null
  readonly passed: boolean | null
}

const attempts = (tx: Tx) =>
  tx.db
    .selectFrom('training_attempts')
    .where('org_id', '=', tx.orgId)
    .select([
      'id',
      'person_id as personId',
      'course_key as courseKey',
      'plan_version_id as planVersionId',
      'item_key as itemKey',
      'session_id as sessionId',
      'questions',
      'begun_at as begunAt',
      'handed_in_at as handedInAt',
      'answers',
      'percent',
      'passed',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof attempts>['execute']>>[number]

const attemptOf = ({ questions, answers, ...row }: Row): AttemptRow => ({
  ...row,
  questions: questions as unknown as readonly Question[],
  answers: answers as Answers | null,
})

export async function findAttempt(tx: Tx, id: string): Promise<AttemptRow | null> {
  const row = await attempts(tx).where('id', '=', id).executeTakeFirst()
  return row ? attemptOf(row) : null
}

export async function lockAttempt(tx: Tx, id: string): Promise<AttemptRow | null> {
  const row = await attempts(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? attemptOf(row) : null
}

/** Tests of whole courses, oldest first. */
export async function attemptsOf(tx: Tx, personIds: readonly string[]): Promise<readonly AttemptRow[]> {
  if (personIds.length === 0) return []
  const rows = await attempts(tx)
    .where('person_id', 'in', personIds)
    .where('item_key', 'is', null)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
  return rows.map(attemptOf)
}

/** The test of a course, or of one of its items, that somebody has open. */
export async function openAttempt(
  tx: Tx,
  personId: string,
  courseKey: string,
  itemKey: string | null,
): Promise<AttemptRow | null> {
  const row = await attempts(tx)
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('item_key', itemKey === null ? 'is' : '=', itemKey)
    .where('handed_in_at', 'is', null)
    .executeTakeFirst()
  return row ? attemptOf(row) : null
}

export type NewAttempt = Pick<
  AttemptRow,
  'personId' | 'courseKey' | 'planVersionId' | 'itemKey' | 'sessionId' | 'questions'
> & { readonly seed: number }

/** Its id; of the one that is open already, where two tabs began at once. */
export async function insertAttempt(tx: Tx, given: NewAttempt): Promise<string> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training_attempts')
    .values({
      org_id: tx.orgId,
      id,
      person_id: given.personId,
      course_key: given.courseKey,
      plan_version_id: given.planVersionId,
      item_key: given.itemKey,
      session_id: given.sessionId,
      seed: given.seed,
      questions: JSON.stringify(given.questions),
      begun_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n) return id
  return (await openAttempt(tx, given.personId, given.courseKey, given.itemKey))?.id ?? id
}

export async function handIn(
  tx: Tx,
  id: string,
  { answers, percent, passed }: { answers: Answers; percent: number; passed: boolean },
): Promise<void> {
  await tx.db
    .updateTable('training_attempts')
    .set({ handed_in_at: tx.now, answers: JSON.stringify(answers), percent, passed })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}
