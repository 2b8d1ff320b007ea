import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { FindingKind } from '../../domain/findings.ts'

/** How the last look for a kind went. */
export type Detected = {
  readonly kind: FindingKind
  readonly lookedAt: Instant
  readonly workedAt: Instant | null
  readonly way: 'tenant' | 'people' | null
  /** Person by person: the last one that was looked at. */
  readonly afterPerson: string | null
  /** Why it did not work; null: it did. */
  readonly failed: string | null
}

export async function detections(tx: Tx): Promise<readonly Detected[]> {
  const rows = await tx.db
    .selectFrom('device_detections')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as FindingKind,
    lookedAt: row.looked_at,
    workedAt: row.worked_at,
    way: row.way as Detected['way'],
    afterPerson: row.after_person,
    failed: row.failed,
  }))
}

type Look = Pick<Detected, 'kind' | 'way' | 'afterPerson' | 'failed'> & { readonly tenant: string }

export async function keepDetection(tx: Tx, { tenant, kind, way, afterPerson, failed }: Look): Promise<void> {
  const workedAt = failed === null ? tx.now : null
  await sql`insert into device_detections (org_id, tenant, kind, looked_at, worked_at, way, after_person, failed)
    values (${tx.orgId}, ${tenant}, ${kind}, ${tx.now}, ${workedAt}, ${way}, ${afterPerson}, ${failed})
    on conflict (org_id, tenant, kind) do update set looked_at = excluded.looked_at,
      worked_at = coalesce(excluded.worked_at, device_detections.worked_at), way = excluded.way,
      after_person = excluded.after_person, failed = excluded.failed`.execute(tx.db)
}

export type LinkedPerson = { readonly personId: string; readonly entraId: string }

/** People of these groups whom the tenant knows, after one of them and round again, at most so many. */
export async function linkedInGroups(
  tx: Tx,
  groups: readonly string[],
  after: string | null,
  most: number,
): Promise<readonly LinkedPerson[]> {
  if (groups.length === 0) return []
  const { rows } = await sql<LinkedPerson>`
    select p.id as "personId", l.entra_id as "entraId" from persons p
    join tenant_persons l on l.org_id = p.org_id and l.person_id = p.id
    where p.org_id = ${tx.orgId} and p.disabled_at is null and p.groups && ${[...groups]}::text[]
    order by (${after}::uuid is not null and p.id <= ${after}::uuid), p.id limit ${most}`.execute(tx.db)
  return rows
}
