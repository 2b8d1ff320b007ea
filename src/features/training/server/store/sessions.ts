import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type SessionRow = {
  readonly id: string
  readonly courseKey: string
  readonly planVersionId: string
  readonly trainerId: string
  readonly trainerName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: string
  readonly place: string | null
  readonly link: string | null
  readonly seats: number
  readonly language: Language
  readonly cancelledAt: Instant | null
  readonly cancelReason: string | null
  readonly code: string | null
  readonly codeUntil: Instant | null
}

const trainingSessions = (tx: Tx) =>
  tx.db
    .selectFrom('training_sessions as s')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.trainer_id'))
    .where('s.org_id', '=', tx.orgId)
    .select([
      's.id',
      's.course_key as courseKey',
      's.plan_version_id as planVersionId',
      's.trainer_id as trainerId',
      'p.name as trainerName',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      's.time_zone as timeZone',
      's.place',
      's.link',
      's.seats',
      's.language',
      's.cancelled_at as cancelledAt',
      's.cancel_reason as cancelReason',
      's.code',
      's.code_until as codeUntil',
    ])

export async function findTrainingSession(tx: Tx, id: string): Promise<SessionRow | null> {
  return (await trainingSessions(tx).where('s.id', '=', id).executeTakeFirst()) ?? null
}

/** Held until the transaction ends: seats are given one after the other. */
export async function lockTrainingSession(tx: Tx, id: string): Promise<SessionRow | null> {
  return (await trainingSessions(tx).where('s.id', '=', id).forUpdate('s').executeTakeFirst()) ?? null
}

/** Those that are not over, the first to begin first. */
export async function sessionsAhead(tx: Tx, course?: string): Promise<readonly SessionRow[]> {
  const query = trainingSessions(tx)
    .where('s.ends_at', '>', tx.now)
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(200)
  return (course === undefined ? query : query.where('s.course_key', '=', course)).execute()
}

/** Those that are over, the last first. */
export async function sessionsOver(tx: Tx, course?: string): Promise<readonly SessionRow[]> {
  const query = trainingSessions(tx).where('s.ends_at', '<=', tx.now).orderBy('s.starts_at', 'desc').limit(100)
  return (course === undefined ? query : query.where('s.course_key', '=', course)).execute()
}

export async function sessionsById(tx: Tx, ids: readonly string[]): Promise<readonly SessionRow[]> {
  return ids.length === 0 ? [] : trainingSessions(tx).where('s.id', 'in', ids).orderBy('s.starts_at').execute()
}

/** Those of which this code is the one in the room now. */
export async function sessionsWithCode(tx: Tx, code: string): Promise<readonly SessionRow[]> {
  return trainingSessions(tx).where('s.code', '=', code).where('s.code_until', '>', tx.now).execute()
}

export type NewTrainingSession = {
  readonly trainerId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: string
  readonly place: string | null
  readonly link: string | null
  readonly seats: number
  readonly language: Language
}

const columns = (given: NewTrainingSession) => ({
  trainer_id: given.trainerId,
  starts_at: given.startsAt,
  ends_at: given.endsAt,
  time_zone: given.timeZone,
  place: given.place,
  link: given.link,
  seats: given.seats,
  language: given.language,
})

export async function insertTrainingSession(
  tx: Tx,
  by: string,
  given: NewTrainingSession & { readonly courseKey: string; readonly planVersionId: string },
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('training_sessions')
    .values({
      org_id: tx.orgId,
      id,
      course_key: given.courseKey,
      plan_version_id: given.planVersionId,
      ...columns(given),
      planned_at: tx.now,
      planned_by: by,
    })
    .execute()
  return id
}

const one = (tx: Tx, id: string) =>
  tx.db.updateTable('training_sessions').where('org_id', '=', tx.orgId).where('id', '=', id)

export async function updateTrainingSession(tx: Tx, id: string, given: NewTrainingSession): Promise<void> {
  await one(tx, id).set(columns(given)).execute()
}

export async function cancelRow(tx: Tx, id: string, reason: string): Promise<void> {
  await one(tx, id).set({ cancelled_at: tx.now, cancel_reason: reason, code: null, code_until: null }).execute()
}

export async function putCode(tx: Tx, id: string, code: string, until: Instant): Promise<void> {
  await one(tx, id).set({ code, code_until: until }).execute()
}
