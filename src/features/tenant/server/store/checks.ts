import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { CheckKey, CheckOutcome } from '../../domain/checks.ts'

export type CheckTried = {
  readonly key: CheckKey
  readonly outcome: CheckOutcome
  readonly code: string | null
  readonly status: number | null
  readonly answer: string | null
  readonly requestId: string | null
  readonly activityId: string | null
}
export type CheckRow = CheckTried & { readonly triedAt: Instant; readonly workedAt: Instant | null }

export async function checksOf(tx: Tx, tenant: string): Promise<readonly CheckRow[]> {
  const rows = await tx.db
    .selectFrom('tenant_checks')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('tenant', '=', tenant)
    .execute()
  return rows.map((row) => ({
    key: row.check_key as CheckKey,
    outcome: row.outcome,
    code: row.code,
    status: row.status,
    answer: row.answer,
    requestId: row.request_id,
    activityId: row.activity_id,
    triedAt: row.tried_at,
    workedAt: row.worked_at,
  }))
}

/** Nothing is written for a tenant that went while it was tried. */
export async function keepChecks(tx: Tx, tenant: string, tried: readonly CheckTried[]): Promise<void> {
  for (const one of tried) {
    await sql`insert into tenant_checks (org_id, tenant, check_key, outcome, code, status, answer, request_id, activity_id,
        tried_at, worked_at)
      select org_id, id, ${one.key}, ${one.outcome}, ${one.code}, ${one.status}, ${one.answer?.slice(0, 2000) ?? null},
        ${one.requestId?.slice(0, 100) ?? null}, ${one.activityId?.slice(0, 100) ?? null}, ${tx.now},
        case when ${one.outcome} = 'works' then ${tx.now}::timestamptz end
      from tenants where org_id = ${tx.orgId} and id = ${tenant}
      on conflict (org_id, tenant, check_key) do update set outcome = excluded.outcome, code = excluded.code,
        status = excluded.status, answer = excluded.answer, request_id = excluded.request_id,
        activity_id = excluded.activity_id, tried_at = excluded.tried_at,
        worked_at = coalesce(excluded.worked_at, tenant_checks.worked_at)`.execute(tx.db)
  }
}

/** What a registration that is no longer there could do. */
export async function forgetChecks(tx: Tx, tenant: string, keys: readonly CheckKey[]): Promise<void> {
  if (keys.length === 0) return
  await tx.db
    .deleteFrom('tenant_checks')
    .where('org_id', '=', tx.orgId)
    .where('tenant', '=', tenant)
    .where('check_key', 'in', [...keys])
    .execute()
}
