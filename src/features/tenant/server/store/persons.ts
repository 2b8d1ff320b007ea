import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export type FoundBy = 'sync' | 'address'

export async function entraIdOfPerson(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('tenant_persons')
    .select('entra_id')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.entra_id ?? null
}

export async function personWithEntraId(tx: Tx, entraId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('tenant_persons')
    .select('person_id')
    .where('org_id', '=', tx.orgId)
    .where('entra_id', '=', entraId.toLowerCase())
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** A user there is one person here: whoever had this id before no longer has it. */
export async function linkPerson(
  tx: Tx,
  link: {
    readonly tenant: string
    readonly personId: string
    readonly entraId: string
    readonly foundBy: FoundBy
  },
): Promise<void> {
  const entraId = link.entraId.toLowerCase()
  await sql`delete from tenant_persons
    where org_id = ${tx.orgId} and entra_id = ${entraId} and person_id <> ${link.personId}`.execute(tx.db)
  await sql`insert into tenant_persons (org_id, person_id, tenant, entra_id, found_by, found_at)
    values (${tx.orgId}, ${link.personId}, ${link.tenant}, ${entraId}, ${link.foundBy}, ${tx.now})
    on conflict (org_id, person_id) do update set tenant = excluded.tenant, entra_id = excluded.entra_id,
      found_by = excluded.found_by, found_at = excluded.found_at`.execute(tx.db)
}

/** The same for many at once, each person and each user once. */
export async function linkMany(
  tx: Tx,
  tenant: string,
  links: readonly { readonly personId: string; readonly entraId: string }[],
): Promise<void> {
  if (links.length === 0) return
  const given = JSON.stringify(
    links.map(({ personId, entraId }) => ({ person: personId, entra: entraId.toLowerCase() })),
  )
  await sql`delete from tenant_persons t using jsonb_to_recordset(${given}::jsonb) as one (person uuid, entra text)
    where t.org_id = ${tx.orgId} and t.entra_id = one.entra and t.person_id <> one.person`.execute(tx.db)
  await sql`insert into tenant_persons (org_id, person_id, tenant, entra_id, found_by, found_at)
    select ${tx.orgId}, one.person, ${tenant}, one.entra, 'sync', ${tx.now}
    from jsonb_to_recordset(${given}::jsonb) as one (person uuid, entra text)
    on conflict (org_id, person_id) do update set tenant = excluded.tenant, entra_id = excluded.entra_id,
      found_by = excluded.found_by, found_at = excluded.found_at`.execute(tx.db)
}

/** Who is who, of these users: their ids there by person here. */
export async function linkedPersons(tx: Tx, entraIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ person: string; entra: string }>`
    select person_id as person, entra_id as entra from tenant_persons
    where org_id = ${tx.orgId} and entra_id = any(${entraIds}::text[])`.execute(tx.db)
  return new Map(rows.map(({ person, entra }) => [person, entra]))
}

/** The same, of these persons. */
export async function linksOfPersons(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ person: string; entra: string }>`
    select person_id as person, entra_id as entra from tenant_persons
    where org_id = ${tx.orgId} and person_id = any(${personIds}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ person, entra }) => [person, entra]))
}
