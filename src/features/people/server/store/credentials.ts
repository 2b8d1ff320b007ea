import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Identity } from '#features/people/domain/identity.ts'
import type { Tx } from '#platform/database/transaction.ts'

export async function findPasswordHash(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('passwords')
    .select('hash')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.hash ?? null
}

export async function putPasswordHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await tx.db
    .insertInto('passwords')
    .values({ org_id: tx.orgId, person_id: personId, hash, changed_at: tx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet({ hash, changed_at: tx.now }))
    .execute()
}

/** Counts one more attempt for each; returns the highest count of its window. */
export async function countAttempts(tx: Tx, counted: readonly Buffer[], windowMinutes: number): Promise<number[]> {
  const counts: number[] = []
  for (const one of counted) {
    const { rows } = await sql<{ attempts: number }>`
      insert into sign_in_attempts as a (org_id, counted, since, attempts) values (${tx.orgId}, ${one}, ${tx.now}, 1)
      on conflict (org_id, counted) do update set
        attempts = case when a.since <= ${tx.now}::timestamptz - make_interval(mins => ${windowMinutes}) then 1 else a.attempts + 1 end,
        since = case when a.since <= ${tx.now}::timestamptz - make_interval(mins => ${windowMinutes}) then excluded.since else a.since end
      returning attempts`.execute(tx.db)
    counts.push(rows[0]?.attempts ?? 0)
  }
  return counts
}

export async function clearAttempts(tx: Tx, counted: readonly Buffer[]): Promise<void> {
  await tx.db
    .deleteFrom('sign_in_attempts')
    .where('org_id', '=', tx.orgId)
    .where('counted', 'in', [...counted])
    .execute()
}

export type LinkKind = 'administrator' | 'invitation' | 'password-reset'
export type LinkRow = { readonly id: string; readonly kind: LinkKind; readonly personId: string | null }

export async function insertLink(
  tx: Tx,
  link: LinkRow & { readonly tokenHash: Buffer; readonly madeBy: string | null; readonly expiresAt: Instant },
): Promise<void> {
  await tx.db
    .insertInto('one_time_links')
    .values({
      org_id: tx.orgId,
      id: link.id,
      kind: link.kind,
      person_id: link.personId,
      token_hash: link.tokenHash,
      made_by: link.madeBy,
      made_at: tx.now,
      expires_at: link.expiresAt,
    })
    .execute()
}

export async function findLink(tx: Tx, tokenHash: Buffer): Promise<LinkRow | null> {
  const row = await usableLinks(tx).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? { id: row.id, kind: row.kind, personId: row.person_id } : null
}

export async function findLinkById(tx: Tx, id: string): Promise<LinkRow | null> {
  const row = await usableLinks(tx).where('id', '=', id).executeTakeFirst()
  return row ? { id: row.id, kind: row.kind, personId: row.person_id } : null
}

function usableLinks(tx: Tx) {
  return tx.db
    .selectFrom('one_time_links')
    .select(['id', 'kind', 'person_id'])
    .where('org_id', '=', tx.orgId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
}

/** Marks it used; false when somebody was first. */
export async function useLinkRow(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('one_time_links')
    .set({ used_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Links that were made earlier no longer work. */
export async function withdrawLinks(tx: Tx, kinds: readonly LinkKind[], personId: string | null): Promise<void> {
  await sql`update one_time_links set expires_at = least(expires_at, ${tx.now}::timestamptz)
    where org_id = ${tx.orgId} and kind = any(${[...kinds]}) and person_id is not distinct from ${personId} and used_at is null`.execute(
    tx.db,
  )
}

export async function findIdentityOwner(tx: Tx, identity: Identity): Promise<string | null> {
  const row = await tx.db
    .selectFrom('identities')
    .select('person_id')
    .where('org_id', '=', tx.orgId)
    .where('issuer', '=', identity.issuer)
    .where('tenant', '=', identity.tenant)
    .where('object_id', '=', identity.objectId)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** The person it belongs to afterwards: whoever was first. */
export async function claimIdentity(tx: Tx, identity: Identity, personId: string): Promise<string> {
  await tx.db
    .insertInto('identities')
    .values({
      org_id: tx.orgId,
      issuer: identity.issuer,
      tenant: identity.tenant,
      object_id: identity.objectId,
      person_id: personId,
      linked_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findIdentityOwner(tx, identity)) ?? personId
}

export async function findMeans(tx: Tx, personId: string): Promise<('password' | 'provider')[]> {
  const { rows } = await sql<{ password: boolean; provider: boolean }>`select
    exists (select from passwords where org_id = ${tx.orgId} and person_id = ${personId}) as password,
    exists (select from identities where org_id = ${tx.orgId} and person_id = ${personId}) as provider`.execute(
    tx.db,
  )
  const [found] = rows
  return [...(found?.password ? (['password'] as const) : []), ...(found?.provider ? (['provider'] as const) : [])]
}
