import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Purpose } from '../../domain/checks.ts'
import type { Cloud } from '../../domain/clouds.ts'

export type RegistrationRow = {
  readonly purpose: Purpose
  readonly clientId: string
  readonly kind: 'secret' | 'certificate'
  /** Sealed; null: dropped, because the address or the tenant was changed. */
  readonly sealed: string | null
  readonly certificate: string | null
  readonly expiresAt: Instant | null
  readonly warnedDays: number | null
  readonly refusedSince: Instant | null
  /** What the tenant agreed to, by its latest token. */
  readonly granted: readonly string[]
}

export type TenantRow = {
  readonly id: string
  readonly tenantId: string
  readonly name: string | null
  readonly cloud: Cloud
  readonly loginUrl: string
  readonly graphUrl: string
  readonly allowPrivate: boolean
  readonly revision: number
  readonly connectedAt: Instant
  readonly registrations: readonly RegistrationRow[]
}

export function registrationOf({ registrations }: TenantRow, purpose: Purpose): RegistrationRow | null {
  return registrations.find((one) => one.purpose === purpose) ?? null
}

/** The tenant with its registrations; `lock` keeps whoever else changes it waiting. */
export async function findTenant(tx: Tx, { lock } = { lock: false }): Promise<TenantRow | null> {
  const query = tx.db.selectFrom('tenants').selectAll().where('org_id', '=', tx.orgId)
  const [row, registrations] = await Promise.all([
    (lock ? query.forUpdate() : query).executeTakeFirst(),
    tx.db
      .selectFrom('tenant_registrations')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .orderBy('purpose', 'desc')
      .execute(),
  ])
  if (row === undefined) return null
  return {
    id: row.id,
    tenantId: row.tenant_id,
    name: row.name,
    cloud: row.cloud,
    loginUrl: row.login_url,
    graphUrl: row.graph_url,
    allowPrivate: row.allow_private,
    revision: row.revision,
    connectedAt: row.connected_at,
    registrations: registrations
      .filter(({ tenant }) => tenant === row.id)
      .map((one) => ({
        purpose: one.purpose,
        clientId: one.client_id,
        kind: one.kind,
        sealed: one.sealed,
        certificate: one.certificate,
        expiresAt: one.expires_at,
        warnedDays: one.warned_days,
        refusedSince: one.refused_since,
        granted: one.granted,
      })),
  }
}

/** Makes whoever connects a tenant of this organisation wait for each other. */
export async function lockTenant(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tenant ${tx.orgId}`}, 0))`.execute(tx.db)
}

/** Writes the tenant and its registrations as they now are; one that is no longer there goes. */
export async function putTenant(tx: Tx, tenant: TenantRow): Promise<void> {
  const values = {
    tenant_id: tenant.tenantId,
    name: tenant.name,
    cloud: tenant.cloud,
    login_url: tenant.loginUrl,
    graph_url: tenant.graphUrl,
    allow_private: tenant.allowPrivate,
    revision: tenant.revision,
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('tenants')
    .values({ org_id: tx.orgId, id: tenant.id, connected_at: tenant.connectedAt, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(values))
    .execute()
  await tx.db.deleteFrom('tenant_registrations').where('org_id', '=', tx.orgId).execute()
  if (tenant.registrations.length === 0) return
  await tx.db
    .insertInto('tenant_registrations')
    .values(
      tenant.registrations.map((one) => ({
        org_id: tx.orgId,
        tenant: tenant.id,
        purpose: one.purpose,
        client_id: one.clientId,
        kind: one.kind,
        sealed: one.sealed,
        certificate: one.certificate,
        expires_at: one.expiresAt,
        warned_days: one.warnedDays,
        refused_since: one.refusedSince,
        granted: [...one.granted],
      })),
    )
    .execute()
}

/** Takes the tenant away with everything that was read of it here: registrations, checks, who is who. */
export async function removeTenant(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('tenants').where('org_id', '=', tx.orgId).where('id', '=', id).execute()
}

export async function nameTenant(tx: Tx, id: string, name: string): Promise<void> {
  await tx.db.updateTable('tenants').set({ name }).where('org_id', '=', tx.orgId).where('id', '=', id).execute()
}

export async function markWarned(tx: Tx, tenant: string, purpose: Purpose, days: number): Promise<void> {
  await tx.db
    .updateTable('tenant_registrations')
    .set({ warned_days: days })
    .where('org_id', '=', tx.orgId)
    .where('tenant', '=', tenant)
    .where('purpose', '=', purpose)
    .execute()
}

export async function keepGranted(
  tx: Tx,
  tenant: string,
  purpose: Purpose,
  granted: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('tenant_registrations')
    .set({ granted: [...granted] })
    .where('org_id', '=', tx.orgId)
    .where('tenant', '=', tenant)
    .where('purpose', '=', purpose)
    .execute()
}

/** True where this is news: signing in began, or stopped, to be refused. */
export async function markRefused(
  tx: Tx,
  tenant: string,
  purpose: Purpose,
  since: Instant | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('tenant_registrations')
    .set({ refused_since: since })
    .where('org_id', '=', tx.orgId)
    .where('tenant', '=', tenant)
    .where('purpose', '=', purpose)
    .where('refused_since', since === null ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
