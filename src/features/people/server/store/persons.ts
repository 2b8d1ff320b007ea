import { type Expression, sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Language, Person, Role, Theme } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type MembershipRow = { readonly team: string; readonly isLead: boolean; readonly since: Instant }
export type CertificationRow = {
  readonly id: string
  readonly tier: number
  readonly from: Instant
  readonly until: Instant | null
  readonly override: null | { readonly by: string; readonly reason: string }
}
/** A person with what follows from teams, certifications and absence, read in one query. */
export type PersonRow = Person & {
  readonly teams: readonly MembershipRow[]
  /** Current and future ones. */
  readonly certifications: readonly CertificationRow[]
  readonly absent: boolean
}

/** An instant inside JSON, as the domain writes it. */
const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** What `personOf` reads, of `persons` under the name p. */
export function personColumns(now: Instant) {
  return sql`p.id, p.name, p.email, p.language, p.theme, p.groups, p.roles, p.joined_at, p.disabled_at,
    (select coalesce(json_agg(json_build_object('team', m.team_key, 'isLead', m.is_lead, 'since', ${instant('m.since')})
       order by m.team_key), '[]')
     from memberships m where m.org_id = p.org_id and m.person_id = p.id) as teams,
    (select coalesce(json_agg(json_build_object('id', c.id, 'tier', c.tier, 'from', ${instant('c.valid_from')},
       'until', ${instant('c.valid_until')}, 'override',
       case when c.override_by is not null then json_build_object('by', c.override_by, 'reason', c.override_reason) end)
       order by c.tier, c.valid_from), '[]')
     from certifications c where c.org_id = p.org_id and c.person_id = p.id
       and (c.valid_until is null or c.valid_until > ${now})) as certifications,
    exists (select from absences a where a.org_id = p.org_id and a.person_id = p.id
       and a.from_at <= ${now} and a.until_at > ${now}) as absent`
}

export type RawPerson = {
  id: string
  name: string
  email: string
  language: string
  theme: string
  groups: string[]
  roles: string[]
  joined_at: Instant | null
  disabled_at: Instant | null
  teams: MembershipRow[]
  certifications: CertificationRow[]
  absent: boolean
}

export function personOf(row: RawPerson): PersonRow {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language as Language,
    theme: row.theme as Theme,
    groups: row.groups,
    roles: row.roles as Role[],
    joinedAt: row.joined_at,
    disabledAt: row.disabled_at,
    teams: row.teams,
    certifications: row.certifications,
    absent: row.absent,
  }
}

export async function findPersons(
  tx: Tx,
  where: Expression<unknown>,
  tail: Expression<unknown> = sql``,
): Promise<PersonRow[]> {
  const { rows } = await sql<RawPerson>`
    select ${personColumns(tx.now)} from persons p where p.org_id = ${tx.orgId} and ${where} ${tail}`.execute(
    tx.db,
  )
  return rows.map(personOf)
}

export async function findPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  const [person] = await findPersons(tx, sql`p.id = ${id}`)
  return person ?? null
}

export async function findPersonByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
  const [person] = await findPersons(tx, sql`p.email = ${email}`)
  return person ?? null
}

export type PersonSearch = {
  readonly search?: string | undefined
  readonly team?: string | undefined
  readonly role?: string | undefined
  readonly state?: 'active' | 'invited' | 'disabled' | undefined
  readonly after?: { readonly name: string; readonly id: string } | undefined
  readonly limit: number
}

/** By name; every word of the search has to begin a word of the name or the address. */
export function searchPersons(
  tx: Tx,
  { search, team, role, state, after, limit }: PersonSearch,
): Promise<PersonRow[]> {
  const conditions = [sql`true`]
  for (const word of (search ?? '').toLowerCase().split(/\s+/).slice(0, 8)) {
    if (word === '') continue
    conditions.push(sql`(' ' || lower(p.name) || ' ' || p.email) like ${`% ${likeText(word)}%`}`)
  }
  if (team !== undefined) {
    conditions.push(sql`exists (select from memberships m
      where m.org_id = p.org_id and m.person_id = p.id and m.team_key = ${team})`)
  }
  if (role !== undefined) conditions.push(sql`${role} = any(p.roles)`)
  if (state === 'disabled') conditions.push(sql`p.disabled_at is not null`)
  if (state === 'active') conditions.push(sql`p.disabled_at is null and p.joined_at is not null`)
  if (state === 'invited') conditions.push(sql`p.disabled_at is null and p.joined_at is null`)
  if (after) conditions.push(sql`(p.name collate "C", p.id) > (${after.name} collate "C", ${after.id}::uuid)`)
  return findPersons(tx, sql.join(conditions, sql` and `), sql`order by p.name collate "C", p.id limit ${limit}`)
}

function likeText(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`)
}

export type NewPerson = Omit<Person, 'theme' | 'joinedAt' | 'disabledAt'>

/** False when somebody with this address exists already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('persons')
    .values({
      org_id: tx.orgId,
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      groups: [...person.groups],
      roles: [...person.roles],
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'email']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type PersonChange = {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly language?: Language | undefined
  readonly theme?: Theme | undefined
  readonly groups?: readonly string[] | undefined
  readonly roles?: readonly Role[] | undefined
  readonly joinedAt?: Instant | undefined
  readonly disabledAt?: Instant | null | undefined
}

export async function updatePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  const { name, email, language, theme, groups, roles, joinedAt, disabledAt } = change
  const values = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(groups === undefined ? {} : { groups: [...groups] }),
    ...(roles === undefined ? {} : { roles: [...roles] }),
    ...(joinedAt === undefined ? {} : { joined_at: joinedAt }),
    ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
  }
  if (Object.keys(values).length === 0) return
  await tx.db.updateTable('persons').set(values).where('org_id', '=', tx.orgId).where('id', '=', id).execute()
}

/** Administrators who can sign in, other than this person. Lock the organisation first: two could leave at the same time. */
export async function countOtherAdministrators(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from persons
    where org_id = ${tx.orgId} and id <> ${id} and 'administrator' = any(roles)
      and disabled_at is null and joined_at is not null`.execute(tx.db)
  return rows[0]?.count ?? 0
}
