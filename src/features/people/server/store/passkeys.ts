import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type PasskeyRow = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly uses: number
  readonly transports: readonly string[]
  readonly addedAt: Instant
  readonly usedAt: Instant | null
}

function passkeys(tx: Tx) {
  return tx.db
    .selectFrom('passkeys')
    .select(['id', 'name', 'uses', 'transports'])
    .select([
      'person_id as personId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'added_at as addedAt',
      'used_at as usedAt',
    ])
    .where('org_id', '=', tx.orgId)
}

export async function findPasskeys(tx: Tx, personId: string): Promise<PasskeyRow[]> {
  return passkeys(tx).where('person_id', '=', personId).orderBy('id').execute()
}

export async function findPasskeyByCredential(tx: Tx, credentialId: Buffer): Promise<PasskeyRow | null> {
  return (await passkeys(tx).where('credential_id', '=', credentialId).executeTakeFirst()) ?? null
}

/** Whether anybody of this organisation has one: only then does the sign-in page speak of them. */
export async function hasAnyPasskey(tx: Tx): Promise<boolean> {
  const row = await tx.db.selectFrom('passkeys').select('id').where('org_id', '=', tx.orgId).limit(1).execute()
  return row.length > 0
}

/** False when this key is known already. */
export async function insertPasskey(tx: Tx, passkey: Omit<PasskeyRow, 'addedAt' | 'usedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('passkeys')
    .values({
      org_id: tx.orgId,
      id: passkey.id,
      person_id: passkey.personId,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      uses: passkey.uses,
      transports: [...passkey.transports],
      added_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'credential_id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Notes a use, once: of two answers with the same count only one holds. A key that does not count says nought. */
export async function notePasskeyUse(tx: Tx, id: string, uses: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update passkeys set uses = ${uses}, used_at = ${tx.now}
    where org_id = ${tx.orgId} and id = ${id} and (uses < ${uses} or (uses = 0 and ${uses} = 0))`.execute(tx.db)
  return numAffectedRows === 1n
}

export async function renamePasskey(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('passkeys')
    .set({ name })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('passkeys')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deletePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await tx.db.deleteFrom('passkeys').where('org_id', '=', tx.orgId).where('person_id', '=', personId).execute()
}

export type ChallengePurpose = 'sign-in' | 'prove' | 'add'

export async function insertChallenge(
  tx: Tx,
  challenge: {
    readonly id: string
    readonly purpose: ChallengePurpose
    readonly challengeHash: Buffer
    readonly boundTo: Buffer
    readonly expiresAt: Instant
  },
): Promise<void> {
  await tx.db
    .insertInto('passkey_challenges')
    .values({
      org_id: tx.orgId,
      id: challenge.id,
      purpose: challenge.purpose,
      challenge_hash: challenge.challengeHash,
      bound_to: challenge.boundTo,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

/** Uses up a challenge, if all of it fits: what for, who asked, in time. */
export async function takeChallenge(
  tx: Tx,
  asked: { readonly purpose: ChallengePurpose; readonly challengeHash: Buffer; readonly boundTo: Buffer },
): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('passkey_challenges')
    .where('org_id', '=', tx.orgId)
    .where('challenge_hash', '=', asked.challengeHash)
    .where('purpose', '=', asked.purpose)
    .where('bound_to', '=', asked.boundTo)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
