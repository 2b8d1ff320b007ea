import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import {
  lacksSecondFactor,
  type SecondFactorRule,
  type SignInMeans,
} from '#features/people/domain/second-factor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { personColumns, personOf, type PersonRow, type RawPerson } from './persons.ts'

/** A sign-in ends after a week without use, and after thirty days at the latest. */
export const signInLasts = { unusedDays: 7, days: 30 } as const
/** Use is noted this often at most, so that reading pages writes little. */
const noteUseMinutes = 5

export type Recognised = {
  readonly id: string
  readonly person: PersonRow
  readonly noteUse: boolean
  readonly lacksSecondFactor: boolean
  /** The practice organisation, while this sign-in acts there. */
  readonly practiceOrgId: string | null
}

type RawRecognised = RawPerson & { proof_id: string; note_use: boolean }
type RawSignIn = RawRecognised & {
  means: SignInMeans
  rule: SecondFactorRule
  has_second_factor: boolean
  practice_org: string | null
}

export async function findSignIn(tx: Tx, tokenHash: Buffer): Promise<Recognised | null> {
  const { rows } = await sql<RawSignIn>`
    select s.id as proof_id, s.seen_at < ${tx.now}::timestamptz - make_interval(mins => ${noteUseMinutes}) as note_use,
      s.means, o.second_factor_for as rule,
      case when s.practising_since is not null then practice_organisation() end as practice_org,
      exists (select from authenticators f where f.org_id = s.org_id and f.person_id = s.person_id and f.confirmed_at is not null)
        or exists (select from passkeys k where k.org_id = s.org_id and k.person_id = s.person_id) as has_second_factor,
      ${personColumns(tx.now)}
    from sign_ins s join persons p on p.org_id = s.org_id and p.id = s.person_id
      join organisations o on o.org_id = s.org_id
    where s.org_id = ${tx.orgId} and s.token_hash = ${tokenHash} and p.disabled_at is null and ${isLive(tx.now)}`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) return null
  const person = personOf(row)
  const { means, rule, has_second_factor: has } = row
  return {
    id: row.proof_id,
    person,
    noteUse: row.note_use,
    practiceOrgId: row.practice_org,
    lacksSecondFactor: lacksSecondFactor(rule, { roles: person.roles, means, has }),
  }
}

function isLive(now: Instant) {
  return sql`s.expires_at > ${now} and s.seen_at > ${now}::timestamptz - make_interval(days => ${signInLasts.unusedDays})`
}

export async function noteSignInUse(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('sign_ins')
    .set({ seen_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

export async function insertSignIn(
  tx: Tx,
  signIn: {
    readonly id: string
    readonly personId: string
    readonly tokenHash: Buffer
    readonly means: SignInMeans
    readonly userAgent: string
  },
): Promise<void> {
  const expires = sql<string>`${tx.now}::timestamptz + make_interval(days => ${signInLasts.days})`
  await tx.db
    .insertInto('sign_ins')
    .values({
      org_id: tx.orgId,
      id: signIn.id,
      person_id: signIn.personId,
      token_hash: signIn.tokenHash,
      means: signIn.means,
      user_agent: signIn.userAgent,
      created_at: tx.now,
      seen_at: tx.now,
      proved_at: tx.now,
      expires_at: expires,
    })
    .execute()
}

/** This person showed again who they are. */
export async function noteProof(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('sign_ins')
    .set({ proved_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** Whether they did so in the last minutes, with this sign-in. */
export async function wasProven(tx: Tx, id: string, minutes: number): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`select
    proved_at > ${tx.now}::timestamptz - make_interval(mins => ${minutes}) as fresh
    from sign_ins where org_id = ${tx.orgId} and id = ${id}`.execute(tx.db)
  return rows[0]?.fresh ?? false
}

export async function findSignIns(tx: Tx, personId: string) {
  const { rows } = await sql<{
    id: string
    means: SignInMeans
    userAgent: string
    createdAt: Instant
    seenAt: Instant
  }>`select s.id, s.means, s.user_agent as "userAgent", s.created_at as "createdAt", s.seen_at as "seenAt" from sign_ins s
    where s.org_id = ${tx.orgId} and s.person_id = ${personId} and ${isLive(tx.now)} order by s.seen_at desc, s.id`.execute(
    tx.db,
  )
  return rows
}

export async function deleteSignInByToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.db.deleteFrom('sign_ins').where('org_id', '=', tx.orgId).where('token_hash', '=', tokenHash).execute()
}

export async function deleteSignIn(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('sign_ins')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** All of a person's sign-ins, but for the one they are using. */
export async function deleteSignInsOf(tx: Tx, personId: string, except?: string): Promise<void> {
  let query = tx.db.deleteFrom('sign_ins').where('org_id', '=', tx.orgId).where('person_id', '=', personId)
  if (except !== undefined) query = query.where('id', '<>', except)
  await query.execute()
}

export async function findApiToken(tx: Tx, tokenHash: Buffer): Promise<Recognised | null> {
  const { rows } = await sql<RawRecognised>`
    select s.id as proof_id,
      coalesce(s.used_at, '-infinity') < ${tx.now}::timestamptz - make_interval(mins => ${noteUseMinutes}) as note_use,
      ${personColumns(tx.now)}
    from api_tokens s join persons p on p.org_id = s.org_id and p.id = s.person_id
    where s.org_id = ${tx.orgId} and s.token_hash = ${tokenHash} and p.disabled_at is null and s.expires_at > ${tx.now}`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) return null
  const { proof_id: id, note_use: noteUse } = row
  return { id, person: personOf(row), noteUse, lacksSecondFactor: false, practiceOrgId: null }
}

export async function noteApiTokenUse(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('api_tokens')
    .set({ used_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

export async function findApiTokens(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('expires_at', '>', tx.now)
    .orderBy('id', 'desc')
    .execute()
}

export async function insertApiToken(
  tx: Tx,
  token: {
    readonly id: string
    readonly personId: string
    readonly name: string
    readonly tokenHash: Buffer
    readonly expiresAt: Instant
  },
): Promise<void> {
  await tx.db
    .insertInto('api_tokens')
    .values({
      org_id: tx.orgId,
      id: token.id,
      person_id: token.personId,
      name: token.name,
      token_hash: token.tokenHash,
      created_at: tx.now,
      expires_at: token.expiresAt,
    })
    .execute()
}

export async function deleteApiToken(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('api_tokens')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteApiTokensOf(tx: Tx, personId: string): Promise<void> {
  await tx.db.deleteFrom('api_tokens').where('org_id', '=', tx.orgId).where('person_id', '=', personId).execute()
}

/** From now on this sign-in acts in the practice organisation, or no longer. */
export async function setPractising(tx: Tx, id: string, since: Instant | null): Promise<void> {
  await tx.db
    .updateTable('sign_ins')
    .set({ practising_since: since })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** Which of these sign-ins and API tokens still hold, where they act: here, or for sign-ins in the practice organisation. */
export async function findLiveProofs(
  tx: Tx,
  ids: readonly string[],
  { practising = false }: { readonly practising?: boolean } = {},
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from sign_ins s join persons p on p.org_id = s.org_id and p.id = s.person_id
    where s.org_id = ${tx.orgId} and s.id = any(${[...ids]}::uuid[]) and p.disabled_at is null and ${isLive(tx.now)}
      and (s.practising_since is not null) = ${practising}
    union all
    select s.id from api_tokens s join persons p on p.org_id = s.org_id and p.id = s.person_id
    where s.org_id = ${tx.orgId} and s.id = any(${[...ids]}::uuid[]) and p.disabled_at is null and s.expires_at > ${tx.now}`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}
