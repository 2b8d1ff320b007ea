import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeviceContext, OrganisationContext, PersonContext } from '../../domain/context.ts'

/** A person's cached context with that of the organisation; what was never read says so. */
export async function cachedContext(tx: Tx, personId: string): Promise<DeviceContext | null> {
  const row = await tx.db
    .selectFrom('device_contexts as c')
    .leftJoin('device_organisations as o', 'o.org_id', 'c.org_id')
    .where('c.person_id', '=', personId)
    .select(['c.parts', 'o.parts as shared', 'c.tried_at'])
    .executeTakeFirst()
  if (!row) return null
  const unread = { value: null, readAt: null, failed: { code: 'not-read', permission: null, at: row.tried_at } }
  const shared = (row.shared ?? { certificates: unread, health: unread }) as OrganisationContext
  return { personId, ...(row.parts as PersonContext), ...shared }
}

/** Keeps what was read of a person in place of what was there. */
export async function keepContext(tx: Tx, personId: string, parts: PersonContext): Promise<void> {
  await sql`insert into device_contexts (org_id, person_id, parts, tried_at)
    values (${tx.orgId}, ${personId}, ${JSON.stringify(parts)}::jsonb, ${tx.now})
    on conflict (org_id, person_id) do update set parts = excluded.parts, tried_at = excluded.tried_at`.execute(tx.db)
}

export async function keepOrganisation(tx: Tx, parts: OrganisationContext): Promise<void> {
  await sql`insert into device_organisations (org_id, parts, tried_at)
    values (${tx.orgId}, ${JSON.stringify(parts)}::jsonb, ${tx.now})
    on conflict (org_id) do update set parts = excluded.parts, tried_at = excluded.tried_at`.execute(tx.db)
}
