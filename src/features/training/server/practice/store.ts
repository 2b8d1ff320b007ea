import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Score } from '../../domain/practice/score.ts'

/** An exercise as the practice organisation keeps it. */
export type ExerciseRow = {
  readonly id: string
  readonly personId: string
  readonly tier: number
  readonly issueId: string
  readonly platform: Platform
  readonly language: Language
  readonly seed: number
  readonly ticketId: string
  readonly begunAt: Instant
  readonly namedIssue: string | null
  readonly finishedAt: Instant | null
  readonly score: Score | null
  readonly givenUp: boolean
}

const exercises = (tx: Tx) =>
  tx.db
    .selectFrom('practice_exercises')
    .where('org_id', '=', tx.orgId)
    .select([
      'id',
      'person_id as personId',
      'tier',
      'issue_id as issueId',
      'platform',
      'language',
      'seed',
      'ticket_id as ticketId',
      'begun_at as begunAt',
      'named_issue as namedIssue',
      'finished_at as finishedAt',
      'score',
      'given_up as givenUp',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof exercises>['execute']>>[number]
const exerciseOf = (row: Row): ExerciseRow => row as unknown as ExerciseRow

export async function exerciseOnTicket(tx: Tx, ticketId: string): Promise<ExerciseRow | null> {
  const row = await exercises(tx).where('ticket_id', '=', ticketId).executeTakeFirst()
  return row ? exerciseOf(row) : null
}

/** The same, held until the transaction ends: partners act one after the other, whoever lets them. */
export async function lockedExercise(tx: Tx, ticketId: string): Promise<ExerciseRow | null> {
  const row = await exercises(tx).where('ticket_id', '=', ticketId).forUpdate().executeTakeFirst()
  return row ? exerciseOf(row) : null
}

export async function exerciseById(tx: Tx, personId: string, id: string): Promise<ExerciseRow | null> {
  const row = await exercises(tx).where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()
  return row ? exerciseOf(row) : null
}

export async function openExercise(tx: Tx, personId: string): Promise<ExerciseRow | null> {
  const row = await exercises(tx)
    .where('person_id', '=', personId)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return row ? exerciseOf(row) : null
}

/** What somebody practised with, newest first, as long as it is kept. */
export async function exercisesOf(tx: Tx, personId: string): Promise<readonly ExerciseRow[]> {
  const rows = await exercises(tx).where('person_id', '=', personId).orderBy('begun_at', 'desc').execute()
  return rows.map(exerciseOf)
}

type New = Omit<ExerciseRow, 'namedIssue' | 'finishedAt' | 'score' | 'givenUp' | 'begunAt'>

export async function insertExercise(tx: Tx, one: New): Promise<void> {
  await tx.db
    .insertInto('practice_exercises')
    .values({
      org_id: tx.orgId,
      id: one.id,
      person_id: one.personId,
      tier: one.tier,
      issue_id: one.issueId,
      platform: one.platform,
      language: one.language,
      seed: one.seed,
      ticket_id: one.ticketId,
      begun_at: tx.now,
    })
    .execute()
}

type Change = {
  readonly named_issue?: string
  readonly named_at?: Instant
  readonly finished_at?: Instant
  readonly score?: string
  readonly given_up?: boolean
}

/** Of an exercise that is still open; false when it is not. */
export async function changeExercise(tx: Tx, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('practice_exercises')
    .set(change)
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What an exercise came to, as the real organisation keeps it. */
export type ResultRow = {
  readonly id: string
  readonly personId: string
  readonly tier: number
  readonly issueId: string
  readonly platform: Platform
  readonly planVersionId: string
  readonly begunAt: Instant
  readonly finishedAt: Instant
  readonly score: Score
}

/** The same exercise comes over once. */
export async function insertResult(tx: Tx, one: ResultRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('practice_results')
    .values({
      org_id: tx.orgId,
      id: one.id,
      person_id: one.personId,
      tier: one.tier,
      issue_id: one.issueId,
      platform: one.platform,
      plan_version_id: one.planVersionId,
      begun_at: one.begunAt,
      finished_at: one.finishedAt,
      points: one.score.points,
      passed: one.score.passed,
      score: JSON.stringify(one.score),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Newest first. */
export async function resultsOf(tx: Tx, personId: string): Promise<readonly ResultRow[]> {
  const rows = await tx.db
    .selectFrom('practice_results')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .select([
      'id',
      'person_id as personId',
      'tier',
      'issue_id as issueId',
      'platform',
      'plan_version_id as planVersionId',
      'begun_at as begunAt',
      'finished_at as finishedAt',
      'score',
    ])
    .orderBy('finished_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows as unknown as ResultRow[]
}

/** How many practice tickets somebody passed in a tier, each known issue once: the same one twice is memory, not practice. */
export async function practisedBy(tx: Tx, personId: string, tier: number): Promise<number> {
  const { count } = await tx.db
    .selectFrom('practice_results')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('tier', '=', tier)
    .where('passed', '=', true)
    .select(({ fn }) => fn.count<number>('issue_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
