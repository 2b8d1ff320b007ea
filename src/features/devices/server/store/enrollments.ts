import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Enrollment } from '../../domain/enrollments.ts'
import type { Failed } from '../../domain/field.ts'

export type EnrollmentRead = {
  readonly triedAt: Instant
  /** When the list was last read whole; null: never yet. */
  readonly readAt: Instant | null
  /** Why the last try did not succeed; what was read before stays. */
  readonly failed: Failed | null
}

export async function lastEnrollmentRead(tx: Tx): Promise<EnrollmentRead | null> {
  const row = await tx.db
    .selectFrom('device_enrollment_reads')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  if (!row) return null
  const { tried_at: triedAt, read_at: readAt, failed: code, permission } = row
  return { triedAt, readAt, failed: code === null ? null : { code, permission, at: triedAt } }
}

type OfTenant = { readonly tenant: string }

export async function markEnrollmentsUnread(
  tx: Tx,
  { tenant, failed }: OfTenant & { readonly failed: Pick<Failed, 'code' | 'permission'> },
): Promise<void> {
  await sql`insert into device_enrollment_reads (org_id, tenant, tried_at, failed, permission)
    values (${tx.orgId}, ${tenant}, ${tx.now}, ${failed.code}, ${failed.permission})
    on conflict (org_id, tenant) do update set tried_at = excluded.tried_at, failed = excluded.failed,
      permission = excluded.permission`.execute(tx.db)
}

/** Keeps what was read in place of what was there, all of it at once. */
export async function replaceEnrollments(
  tx: Tx,
  {
    tenant,
    devices,
    enrollments,
  }: OfTenant & { readonly devices: number; readonly enrollments: readonly Enrollment[] },
): Promise<void> {
  await sql`insert into device_enrollment_reads (org_id, tenant, tried_at, read_at, devices, known)
    values (${tx.orgId}, ${tenant}, ${tx.now}, ${tx.now}, ${devices}, ${enrollments.length})
    on conflict (org_id, tenant) do update set tried_at = excluded.tried_at, read_at = excluded.read_at,
      failed = null, permission = null, devices = excluded.devices, known = excluded.known`.execute(tx.db)
  await tx.db.deleteFrom('device_enrollments').where('org_id', '=', tx.orgId).execute()
  if (enrollments.length === 0) return
  await sql`insert into device_enrollments (org_id, tenant, device_id, person_id, platform, enrolled_at)
    select ${tx.orgId}, ${tenant}, one."deviceId", one."personId", one.platform, one."enrolledAt"
    from jsonb_to_recordset(${JSON.stringify(enrollments)}::jsonb) as one ("deviceId" text, "personId" uuid,
      platform text, "enrolledAt" timestamptz(3))
    join persons p on p.org_id = ${tx.orgId} and p.id = one."personId"`.execute(tx.db)
}

/** People of some groups, and which of their devices count. */
export type AskedPeople = {
  readonly key: string
  readonly groups: readonly string[]
  /** A device enrolled since then is a new one. */
  readonly since: Instant
  /** Only devices of these count; none named: of all. */
  readonly platforms: readonly Platform[]
}

export type PeopleEnrolled = {
  /** People who enrolled a device since then. */
  readonly since: number
  /** Others who have one from before, or of whom Intune does not say since when. */
  readonly before: number
  /** The first, per platform: who enrolled two counts for both. */
  readonly platforms: readonly { readonly platform: Platform; readonly people: number }[]
}

/**
 * How many people of each have enrolled, as last read: each person once, whatever they have. Materialized: otherwise the arrays are made
 * anew for every person.
 */
export async function countPeopleEnrolled(
  { db, orgId }: Tx,
  asked: readonly AskedPeople[],
): Promise<ReadonlyMap<string, PeopleEnrolled>> {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ key: string; platform: Platform | null; isNew: boolean; people: number }>`
    with asked as materialized (
      select key, array(select jsonb_array_elements_text(groups)) as groups, since,
        array(select jsonb_array_elements_text(platforms)) as platforms
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one (key text, groups jsonb, since timestamptz,
        platforms jsonb)
    ), owned as (
      select a.key, p.id, e.platform, coalesce(e.enrolled_at >= a.since, false) as is_new
      from asked a
      join persons p on p.org_id = ${orgId} and p.disabled_at is null and p.groups && a.groups
      join device_enrollments e on e.org_id = p.org_id and e.person_id = p.id
      where a.platforms = '{}' or e.platform = any(a.platforms)
    ), people as (select key, id, bool_or(is_new) as is_new from owned group by key, id)
    select key, null as platform, is_new as "isNew", count(*)::int as people from people group by key, is_new
    union all
    select key, platform, true, count(distinct id)::int from owned where is_new and platform is not null
    group by key, platform`.execute(db)
  return new Map(
    asked.map(({ key }) => {
      const own = rows.filter((row) => row.key === key)
      const whole = (isNew: boolean) =>
        own.find((row) => row.platform === null && row.isNew === isNew)?.people ?? 0
      const platforms = own
        .flatMap(({ platform, people }) => (platform === null ? [] : [{ platform, people }]))
        .toSorted((one, other) => other.people - one.people || one.platform.localeCompare(other.platform))
      return [key, { since: whole(true), before: whole(false), platforms }]
    }),
  )
}

/** When these people last enrolled a device; null: Intune does not say. Who has none is left out. */
export async function lastEnrolled(
  { db, orgId }: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Instant | null>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Instant | null }>`
    select person_id as id, max(enrolled_at) as at from device_enrollments
    where org_id = ${orgId} and person_id = any(${personIds}::uuid[]) group by person_id`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** People whose enrollment failed lately, as was found, with when it last did; dismissed or not. */
export async function peopleFailing({
  db,
  orgId,
}: Tx): Promise<
  readonly { readonly personId: string; readonly groups: readonly string[]; readonly at: Instant }[]
> {
  const { rows } = await sql<{ personId: string; groups: string[]; at: Instant }>`
    select p.id as "personId", p.groups, max(f.last_at) as at from device_findings f
    join persons p on p.org_id = f.org_id and p.id = f.person_id and p.disabled_at is null
    where f.org_id = ${orgId} and f.kind = 'enrollment-failure' and f.ended_at is null
      and not exists (select from device_enrollments e where e.org_id = f.org_id and e.person_id = f.person_id
        and e.enrolled_at > f.last_at and (f.platform is null or e.platform = f.platform))
    group by p.id, p.groups`.execute(db)
  return rows
}
