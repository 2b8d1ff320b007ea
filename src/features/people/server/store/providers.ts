import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type ProviderRow = {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** Sealed. */
  readonly clientSecret: string | null
  readonly tenants: readonly string[]
  readonly createsRequesters: boolean
  readonly enabled: boolean
}

export async function findProviders(tx: Tx): Promise<ProviderRow[]> {
  const rows = await tx.db
    .selectFrom('oidc_providers')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: row.client_secret,
    tenants: row.tenants,
    createsRequesters: row.creates_requesters,
    enabled: row.enabled,
  }))
}

export async function findProvider(tx: Tx, id: string): Promise<ProviderRow | null> {
  return (await findProviders(tx)).find((one) => one.id === id) ?? null
}

export async function putProvider(tx: Tx, provider: ProviderRow): Promise<void> {
  const values = {
    name: provider.name,
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: provider.clientSecret,
    tenants: [...provider.tenants],
    creates_requesters: provider.createsRequesters,
    enabled: provider.enabled,
  }
  await tx.db
    .insertInto('oidc_providers')
    .values({ org_id: tx.orgId, id: provider.id, created_at: tx.now, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteProvider(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('oidc_providers').where('org_id', '=', tx.orgId).where('id', '=', id).execute()
}

export type ProviderSignInRow = {
  readonly id: string
  readonly providerId: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly linkId: string | null
  readonly personId: string | null
  readonly returnTo: string
}

export async function insertProviderSignIn(
  tx: Tx,
  begun: ProviderSignInRow & {
    readonly stateHash: Buffer
    readonly browserHash: Buffer
    readonly expiresAt: Instant
  },
): Promise<void> {
  await tx.db
    .insertInto('provider_sign_ins')
    .values({
      org_id: tx.orgId,
      id: begun.id,
      provider_id: begun.providerId,
      state_hash: begun.stateHash,
      browser_hash: begun.browserHash,
      nonce: begun.nonce,
      code_verifier: begun.codeVerifier,
      link_id: begun.linkId,
      person_id: begun.personId,
      return_to: begun.returnTo,
      expires_at: begun.expiresAt,
    })
    .execute()
}

/** Uses up what was begun, if all of it fits: this provider, this state, this browser, in time. An answer counts once. */
export async function takeProviderSignIn(
  tx: Tx,
  answer: { readonly providerId: string; readonly stateHash: Buffer; readonly browserHash: Buffer },
): Promise<ProviderSignInRow | null> {
  const { rows } = await sql<ProviderSignInRow>`delete from provider_sign_ins
    where org_id = ${tx.orgId} and state_hash = ${answer.stateHash} and provider_id = ${answer.providerId}
      and browser_hash = ${answer.browserHash} and expires_at > ${tx.now}
    returning id, provider_id as "providerId", nonce, code_verifier as "codeVerifier", link_id as "linkId",
      person_id as "personId", return_to as "returnTo"`.execute(tx.db)
  return rows[0] ?? null
}
