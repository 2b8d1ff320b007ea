import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type AuthenticatorRow = {
  /** Sealed. */
  readonly secret: string
  readonly confirmedAt: Instant | null
}

export async function findAuthenticator(tx: Tx, personId: string): Promise<AuthenticatorRow | null> {
  const row = await tx.db
    .selectFrom('authenticators')
    .select(['secret', 'confirmed_at as confirmedAt'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** Begins anew, unless one is in use already: then nothing happens and the answer is false. */
export async function beginAuthenticator(tx: Tx, personId: string, secret: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into authenticators as a (org_id, person_id, secret, begun_at)
    values (${tx.orgId}, ${personId}, ${secret}, ${tx.now})
    on conflict (org_id, person_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = null
    where a.confirmed_at is null`.execute(tx.db)
  return numAffectedRows === 1n
}

export async function confirmAuthenticator(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .updateTable('authenticators')
    .set({ confirmed_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}

/** Uses up a time step; false when it, or a later one, was used before. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update authenticators set last_step = ${step}
    where org_id = ${tx.orgId} and person_id = ${personId} and (last_step is null or last_step < ${step})`.execute(
    tx.db,
  )
  return numAffectedRows === 1n
}

export async function deleteAuthenticator(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('authenticators')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Earlier ones no longer work. */
export async function putRecoveryCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await deleteRecoveryCodes(tx, personId)
  if (hashes.length === 0) return
  await tx.db
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ org_id: tx.orgId, person_id: personId, code_hash: hash, made_at: tx.now })))
    .execute()
}

export async function deleteRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('recovery_codes')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}

/** Uses one up; false when there is none like it, or it was used before. */
export async function takeRecoveryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('recovery_codes')
    .set({ used_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What somebody has beside a password. */
export type FactorsRow = {
  readonly appSince: Instant | null
  readonly passkeys: number
  readonly recoveryCodes: number
}

export async function findFactors(tx: Tx, personId: string): Promise<FactorsRow> {
  const { rows } = await sql<FactorsRow>`select
    (select confirmed_at from authenticators where org_id = ${tx.orgId} and person_id = ${personId}) as "appSince",
    (select count(*)::int from passkeys where org_id = ${tx.orgId} and person_id = ${personId}) as passkeys,
    (select count(*)::int from recovery_codes
      where org_id = ${tx.orgId} and person_id = ${personId} and used_at is null) as "recoveryCodes"`.execute(
    tx.db,
  )
  return rows[0] ?? { appSince: null, passkeys: 0, recoveryCodes: 0 }
}

export type HalfSignInRow = { readonly id: string; readonly personId: string; readonly means: 'password' | 'link' }

export async function insertHalfSignIn(
  tx: Tx,
  half: HalfSignInRow & { readonly tokenHash: Buffer; readonly expiresAt: Instant },
): Promise<void> {
  await tx.db
    .insertInto('half_sign_ins')
    .values({
      org_id: tx.orgId,
      id: half.id,
      person_id: half.personId,
      token_hash: half.tokenHash,
      means: half.means,
      expires_at: half.expiresAt,
    })
    .execute()
}

export async function findHalfSignIn(tx: Tx, tokenHash: Buffer): Promise<HalfSignInRow | null> {
  const row = await tx.db
    .selectFrom('half_sign_ins')
    .select(['id', 'person_id as personId', 'means'])
    .where('org_id', '=', tx.orgId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row ?? null
}

/** False when it was used up in the meantime. */
export async function deleteHalfSignIn(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('half_sign_ins')
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whoever knew the old password, or had the old second factor, gets no further with what they began. */
export async function deleteHalfSignInsOf(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('half_sign_ins')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}
