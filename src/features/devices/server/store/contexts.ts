import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeviceContext, OrganisationContext, PersonContext } from '../../domain/context.ts'
import type { Field } from '../../domain/field.ts'

type Cached = {
  readonly context: DeviceContext
  /** When somebody last tried to read the person. */
  readonly triedAt: Instant
}

/** A person's cached context with that of the organisation; what was never read says so. */
export async function cachedContext(tx: Tx, personId: string): Promise<Cached | null> {
  const row = await tx.db
    .selectFrom('device_contexts as c')
    .leftJoin('device_organisations as o', 'o.org_id', 'c.org_id')
    .where('c.org_id', '=', tx.orgId)
    .where('c.person_id', '=', personId)
    .select(['c.parts', 'o.parts as shared', 'c.tried_at'])
    .executeTakeFirst()
  if (!row) return null
  const shared = (row.shared ?? unread(row.tried_at)) as OrganisationContext
  return { context: { personId, ...(row.parts as PersonContext), ...shared }, triedAt: row.tried_at }
}

export async function organisationTried(tx: Tx): Promise<{
  readonly parts: OrganisationContext
  readonly fields: readonly Field<unknown>[]
  readonly triedAt: Instant
} | null> {
  const row = await tx.db
    .selectFrom('device_organisations')
    .where('org_id', '=', tx.orgId)
    .select(['parts', 'tried_at'])
    .executeTakeFirst()
  if (!row) return null
  const parts = row.parts as OrganisationContext
  return { parts, fields: [parts.certificates, parts.health], triedAt: row.tried_at }
}

type OfTenant<Parts> = { readonly tenant: string; readonly parts: Parts }

/** Keeps what was read of a person in place of what was there. */
export async function keepContext(
  tx: Tx,
  {
    personId,
    tenant,
    parts,
    triedAt = tx.now,
  }: OfTenant<PersonContext> & { readonly personId: string; readonly triedAt?: Instant },
): Promise<void> {
  await sql`insert into device_contexts (org_id, person_id, tenant, parts, tried_at)
    values (${tx.orgId}, ${personId}, ${tenant}, ${ofPerson(parts)}::jsonb, ${triedAt})
    on conflict (org_id, person_id)
      do update set tenant = excluded.tenant, parts = excluded.parts, tried_at = excluded.tried_at`.execute(tx.db)
}

export async function keepOrganisation(tx: Tx, { tenant, parts }: OfTenant<OrganisationContext>): Promise<void> {
  await sql`insert into device_organisations (org_id, tenant, parts, tried_at)
    values (${tx.orgId}, ${tenant}, ${JSON.stringify(parts)}::jsonb, ${tx.now})
    on conflict (org_id)
      do update set tenant = excluded.tenant, parts = excluded.parts, tried_at = excluded.tried_at`.execute(tx.db)
}

/** Only a person's own parts, in a fixed order. */
function ofPerson(parts: PersonContext): string {
  const { person, licences, groups, devices, enrollmentFailures, appFailures, autopilot } = parts
  return JSON.stringify({ person, licences, groups, devices, enrollmentFailures, appFailures, autopilot })
}

/** Of what nobody has read yet. */
export function unread(at: Instant): OrganisationContext {
  const never = { value: null, readAt: null, failed: { code: 'not-read', permission: null, at } }
  return { certificates: never, health: never }
}
