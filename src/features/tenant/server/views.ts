import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { RegistrationView, TenantView } from '../contract/tenant-view.ts'
import { alsoUsed, checksFor, healthOf } from '../domain/checks.ts'
import { consentAddress } from '../domain/clouds.ts'
import { expiryState } from '../domain/expiry.ts'
import { checksOf } from './store/checks.ts'
import { findTenant, type RegistrationRow, registrationOf, type TenantRow } from './store/tenants.ts'

export async function tenantView(tx: Tx, canBePrivate: boolean): Promise<TenantView> {
  const tenant = await findTenant(tx)
  const read = tenant && registrationOf(tenant, 'read')
  if (tenant === null || read === null) return { health: 'none', tenant: null, checks: [], canBePrivate }
  const act = registrationOf(tenant, 'act')
  const tried = await checksOf(tx, tenant.id)
  const byKey = new Map(tried.map((one) => [one.key, one]))
  const purposes = tenant.registrations.map(({ purpose }) => purpose)
  const { tenantId, name, cloud, loginUrl, graphUrl, allowPrivate, connectedAt } = tenant
  return {
    health: healthOf(
      { purposes, secretMissing: tenant.registrations.some(({ sealed }) => sealed === null) },
      tried,
    ),
    tenant: {
      tenantId,
      name,
      cloud,
      loginUrl,
      graphUrl,
      allowPrivate,
      since: connectedAt,
      read: registrationView(tenant, read, tx.now),
      act: act && registrationView(tenant, act, tx.now),
    },
    checks: checksFor(purposes).map((check) => {
      const last = byKey.get(check.key)
      return {
        ...check,
        outcome: last?.outcome ?? 'untried',
        code: last === undefined ? 'not-tried-yet' : last.code,
        status: last?.status ?? null,
        answer: last?.answer ?? null,
        requestId: last?.requestId ?? null,
        activityId: last?.activityId ?? null,
        triedAt: last?.triedAt ?? null,
        workedAt: last?.workedAt ?? null,
      }
    }),
    canBePrivate,
  }
}

function registrationView(tenant: TenantRow, registration: RegistrationRow, now: Instant): RegistrationView {
  const { purpose, clientId, kind, sealed, expiresAt, refusedSince, granted } = registration
  const needed = new Set<string | null>([...checksFor([purpose]).map(({ permission }) => permission), ...alsoUsed])
  return {
    clientId,
    kind,
    hasSecret: sealed !== null,
    expiresAt,
    expiry: expiryState(expiresAt, now),
    refusedSince,
    consentAddress: consentAddress(tenant, tenant.tenantId, clientId),
    beyondNeed: granted.filter((one) => !needed.has(one)),
  }
}
