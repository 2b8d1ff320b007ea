import { sql } from 'kysely'
import { normalEmail } from '#features/people/domain/email.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { recordMany, tellAll } from './requesters.ts'
import { withdrawLinks } from './store/credentials.ts'
import { deleteApiTokensOf, deleteSignInsOf } from './store/sign-ins.ts'

/** What a directory may know of somebody who is here already. */
export type DirectoryPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly groups: readonly string[]
  /** They ask for help and nothing more: a directory may rename and disable only those. */
  readonly isRequester: boolean
  readonly disabledAt: Instant | null
}

/** Asks for help and nothing more: no other role, in no team, certified for no tier. */
const onlyAsks = sql`(p.roles = array['requester']
  and not exists (select from memberships m where m.org_id = p.org_id and m.person_id = p.id)
  and not exists (select from certifications c where c.org_id = p.org_id and c.person_id = p.id))`

/** Those with one of these ids or addresses. */
export async function directoryPersons(
  tx: Tx,
  ids: readonly string[],
  emails: readonly string[],
): Promise<readonly DirectoryPerson[]> {
  const { rows } = await sql<DirectoryPerson>`
    select p.id, p.name, p.email, p.groups, ${onlyAsks} as "isRequester", p.disabled_at as "disabledAt" from persons p
    where p.org_id = ${tx.orgId} and (p.id = any(${ids}::uuid[]) or p.email = any(${emails}::text[]))`.execute(
    tx.db,
  )
  return rows
}

export type Renaming = { readonly id: string; readonly name: string | null; readonly email: string | null }

/** Renames requesters as their directory does; an address that somebody else has is left. Answers with those who were renamed. */
export async function renameRequesters(tx: Tx, renamings: readonly Renaming[]): Promise<ReadonlySet<string>> {
  const renamed = new Set<string>()
  for (const { id, name, email } of renamings) {
    const wanted = {
      name: name === null ? null : normalName(name),
      email: email === null ? null : normalEmail(email),
    }
    const { rows } = await sql<{ name: string; email: string; oldName: string; oldEmail: string }>`
      update persons p set name = coalesce(${wanted.name}, p.name), email = case
        when ${wanted.email}::text is null or exists (select from persons o
          where o.org_id = p.org_id and o.email = ${wanted.email} and o.id <> p.id) then p.email
        else ${wanted.email} end
      from persons b where p.org_id = ${tx.orgId} and p.id = ${id} and ${onlyAsks}
        and b.org_id = p.org_id and b.id = p.id
      returning p.name, p.email, b.name as "oldName", b.email as "oldEmail"`.execute(tx.db)
    const [row] = rows
    if (row === undefined || (row.name === row.oldName && row.email === row.oldEmail)) continue
    renamed.add(id)
    await recordMany(tx, null, 'person-changed', [
      {
        subject: id,
        before: { name: row.oldName, email: row.oldEmail },
        after: { name: row.name, email: row.email },
      },
    ])
  }
  if (renamed.size > 0) await tellAll(tx)
  return renamed
}

/** Disables requesters who are gone from their directory: what is open of theirs ends. Others stay as they are. */
export async function disableRequesters(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update persons p set disabled_at = ${tx.now} where p.org_id = ${tx.orgId} and p.id = any(${ids}::uuid[])
      and p.disabled_at is null and ${onlyAsks} returning p.id`.execute(tx.db)
  for (const { id } of rows) {
    await deleteSignInsOf(tx, id)
    await deleteApiTokensOf(tx, id)
    await withdrawLinks(tx, ['invitation', 'password-reset'], id)
  }
  await recordMany(
    tx,
    null,
    'person-disabled',
    rows.map(({ id }) => ({ subject: id })),
  )
  if (rows.length > 0) await tellAll(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Enables requesters who are in their directory again; nothing else about them changes. */
export async function enableRequesters(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update persons p set disabled_at = null where p.org_id = ${tx.orgId} and p.id = any(${ids}::uuid[])
      and p.disabled_at is not null and ${onlyAsks} returning p.id`.execute(tx.db)
  await recordMany(
    tx,
    null,
    'person-enabled',
    rows.map(({ id }) => ({ subject: id })),
  )
  if (rows.length > 0) await tellAll(tx)
  return new Set(rows.map(({ id }) => id))
}
