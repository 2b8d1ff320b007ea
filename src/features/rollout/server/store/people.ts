import { sql } from 'kysely'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { RolloutFacts } from '../../domain/people-file/compare.ts'

/** What the rollout knows of these people. */
export async function factsOf(
  { db, orgId }: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, RolloutFacts>> {
  const { rows } = await sql<RolloutFacts & { personId: string }>`
    select person_id as "personId", platforms, department, manager, enrolled_on::text as "enrolledOn" from rollout_people
    where org_id = ${orgId} and person_id = any(${personIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ personId, ...facts }) => [personId, facts]))
}

export async function putFacts(
  { db, orgId, now }: Tx,
  known: readonly { readonly personId: string; readonly facts: RolloutFacts }[],
): Promise<void> {
  if (known.length === 0) return
  await sql`insert into rollout_people as p (org_id, person_id, platforms, department, manager, enrolled_on, changed_at)
    select ${orgId}, one.person_id, array(select jsonb_array_elements_text(one.platforms::jsonb)), one.department,
      one.manager, one.enrolled_on, ${now}
    from unnest(${known.map((one) => one.personId)}::uuid[],
      ${known.map((one) => JSON.stringify(one.facts.platforms))}::text[],
      ${known.map((one) => one.facts.department)}::text[], ${known.map((one) => one.facts.manager)}::text[],
      ${known.map((one) => one.facts.enrolledOn)}::date[]) as one (person_id, platforms, department, manager, enrolled_on)
    on conflict (org_id, person_id) do update set platforms = excluded.platforms, department = excluded.department,
      manager = excluded.manager, enrolled_on = excluded.enrolled_on, changed_at = excluded.changed_at`.execute(db)
}

export async function forgetFacts({ db, orgId }: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await sql`delete from rollout_people where org_id = ${orgId} and person_id = any(${personIds}::uuid[])`.execute(
    db,
  )
}

export type PersonInWave = RolloutFacts & {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly groups: readonly string[]
  readonly disabled: boolean
}

type Listing = {
  /** Groups of which somebody has to have one. */
  readonly groups: readonly string[]
  readonly search?: string | undefined
  readonly after?: { readonly name: string; readonly id: string } | undefined
  readonly limit: number
}

function conditions({ orgId }: Tx, { groups, search, after }: Partial<Listing>) {
  const parts = [sql`p.org_id = ${orgId}`, sql`p.groups && ${groups ?? []}::text[]`]
  for (const word of (search ?? '').toLowerCase().split(/\s+/).slice(0, 8)) {
    if (word === '') continue
    const like = `% ${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
    parts.push(
      sql`(' ' || lower(p.name) || ' ' || p.email || ' ' || lower(coalesce(r.department, ''))) like ${like}`,
    )
  }
  if (after) parts.push(sql`(p.name collate "C", p.id) > (${after.name} collate "C", ${after.id}::uuid)`)
  return sql.join(parts, sql` and `)
}

/** By name. */
export async function peopleInGroups(tx: Tx, listing: Listing): Promise<PersonInWave[]> {
  const { rows } = await sql<Omit<PersonInWave, 'platforms'> & { platforms: Platform[] | null }>`
    select p.id, p.name, p.email, p.language, p.groups, p.disabled_at is not null as disabled, r.platforms, r.department,
      r.manager, r.enrolled_on::text as "enrolledOn"
    from persons p left join rollout_people r on r.org_id = p.org_id and r.person_id = p.id
    where ${conditions(tx, listing)} order by p.name collate "C", p.id limit ${listing.limit}`.execute(tx.db)
  return rows.map((row) => ({ ...row, platforms: row.platforms ?? [] }))
}

export async function countInGroups(tx: Tx, listing: Pick<Listing, 'groups' | 'search'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from persons p left join rollout_people r on r.org_id = p.org_id and r.person_id = p.id
    where ${conditions(tx, listing)}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

export type Enrolled = { readonly groups: readonly string[]; readonly people: number; readonly enrolled: number }

/** How many people have each set of these groups, and of how many it is known that they enrolled by a day. */
export async function peopleByGroups(
  { db, orgId }: Tx,
  groups: readonly string[],
  day: string,
): Promise<Enrolled[]> {
  const { rows } = await sql<Enrolled>`
    select p.groups, count(*)::int as people, count(*) filter (where r.enrolled_on <= ${day}::date)::int as enrolled
    from persons p left join rollout_people r on r.org_id = p.org_id and r.person_id = p.id
    where p.org_id = ${orgId} and p.disabled_at is null and p.groups && ${groups}::text[] group by p.groups`.execute(
    db,
  )
  return rows
}

/** The groups of these people. */
export async function groupsOf(
  { db, orgId }: Tx,
  ids: readonly string[],
): Promise<{ id: string; groups: string[] }[]> {
  const { rows } = await sql<{ id: string; groups: string[] }>`
    select id, groups from persons where org_id = ${orgId} and id = any(${ids}::uuid[]) and disabled_at is null`.execute(
    db,
  )
  return rows
}
