import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SignUp } from '../../domain/sessions/sign-up.ts'

export type SignUpRow = SignUp & {
  readonly sessionId: string
  readonly personName: string
  readonly attendedBy: 'trainer' | 'code' | null
  readonly evaluated: boolean
}

const signUps = (tx: Tx) =>
  tx.db
    .selectFrom('training_sign_ups as u')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'u.org_id').onRef('p.id', '=', 'u.person_id'))
    .where('u.org_id', '=', tx.orgId)
    .select([
      'u.session_id as sessionId',
      'u.person_id as personId',
      'p.name as personName',
      'u.state',
      'u.turn',
      'u.attended_at as attendedAt',
      'u.attended_by as attendedBy',
      'u.evaluated',
    ])

export async function signUpsOf(tx: Tx, sessionIds: readonly string[]): Promise<readonly SignUpRow[]> {
  return sessionIds.length === 0
    ? []
    : signUps(tx).where('u.session_id', 'in', sessionIds).orderBy('u.turn').execute()
}

/** Training sessions that somebody attended, with their course. */
export async function attendedBy(
  tx: Tx,
  personIds: readonly string[],
): Promise<
  readonly {
    readonly personId: string
    readonly sessionId: string
    readonly courseKey: string
    readonly attendedAt: Instant
    readonly evaluated: boolean
  }[]
> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('training_sign_ups as u')
    .innerJoin('training_sessions as s', (on) =>
      on.onRef('s.org_id', '=', 'u.org_id').onRef('s.id', '=', 'u.session_id'),
    )
    .where('u.org_id', '=', tx.orgId)
    .where('u.person_id', 'in', personIds)
    .where('u.attended_at', 'is not', null)
    .where('s.cancelled_at', 'is', null)
    .select(['u.person_id', 'u.session_id', 's.course_key', 'u.attended_at', 'u.evaluated'])
    .orderBy('u.attended_at')
    .execute()
  return rows.flatMap(({ person_id, session_id, course_key, attended_at, evaluated }) =>
    attended_at === null
      ? []
      : [
          {
            personId: person_id,
            sessionId: session_id,
            courseKey: course_key,
            attendedAt: attended_at,
            evaluated,
          },
        ],
  )
}

/** A place for somebody; who withdrew before comes back with a new turn. */
export async function putSignUp(
  tx: Tx,
  by: string,
  sessionId: string,
  { personId, state, turn }: Pick<SignUp, 'personId' | 'state' | 'turn'>,
): Promise<void> {
  const place = { state, turn, asked_at: tx.now, asked_by: by }
  await tx.db
    .insertInto('training_sign_ups')
    .values({ org_id: tx.orgId, session_id: sessionId, person_id: personId, ...place })
    .onConflict((conflict) => conflict.columns(['org_id', 'session_id', 'person_id']).doUpdateSet(place))
    .execute()
}

const one = (tx: Tx, sessionId: string, personId: string) =>
  tx.db
    .updateTable('training_sign_ups')
    .where('org_id', '=', tx.orgId)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)

export async function setState(
  tx: Tx,
  sessionId: string,
  personId: string,
  state: SignUp['state'],
): Promise<void> {
  await one(tx, sessionId, personId).set({ state }).execute()
}

export async function setAttended(
  tx: Tx,
  sessionId: string,
  personId: string,
  by: 'trainer' | 'code' | null,
): Promise<void> {
  await one(tx, sessionId, personId)
    .set({ attended_at: by === null ? null : tx.now, attended_by: by })
    .execute()
}

export type Evaluation = {
  readonly useful: number
  readonly pace: number
  readonly trainer: number
  readonly remark: string | null
}

/** Keeps what somebody thought, and beside it only that they have said so. */
export async function putEvaluation(
  tx: Tx,
  sessionId: string,
  personId: string,
  evaluation: Evaluation,
): Promise<void> {
  await one(tx, sessionId, personId).set({ evaluated: true }).execute()
  await tx.db
    .insertInto('training_evaluations')
    // A random id: one of version 7 would tell when, and so perhaps who.
    .values({ org_id: tx.orgId, id: randomUUID(), session_id: sessionId, ...evaluation })
    .execute()
}

export async function evaluationsOf(tx: Tx, sessionId: string): Promise<readonly Evaluation[]> {
  return tx.db
    .selectFrom('training_evaluations')
    .where('org_id', '=', tx.orgId)
    .where('session_id', '=', sessionId)
    .select(['useful', 'pace', 'trainer', 'remark'])
    .orderBy('id')
    .execute()
}

/** Counts a try at a code in the window that is open, and says how many that makes. */
export async function countCodeTry(tx: Tx, personId: string, windowMinutes: number): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into training_code_tries as t (org_id, person_id, since, tries) values (${tx.orgId}, ${personId}, ${tx.now}, 1)
    on conflict (org_id, person_id) do update set
      tries = case when t.since < ${tx.now}::timestamptz - make_interval(mins => ${windowMinutes}) then 1 else t.tries + 1 end,
      since = case when t.since < ${tx.now}::timestamptz - make_interval(mins => ${windowMinutes}) then ${tx.now} else t.since end
    returning tries`.execute(tx.db)
  return rows[0]?.tries ?? 1
}

export async function forgetCodeTries(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .updateTable('training_code_tries')
    .set({ tries: 0 })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}
