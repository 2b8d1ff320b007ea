import { sql } from 'kysely'
import type { Language, Role, Theme } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type Mirrored = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly theme: Theme
  readonly roles: readonly Role[]
}

/** A person as they are in the real organisation, under the same id. */
export async function putMirrored(tx: Tx, { id, name, email, language, theme, roles }: Mirrored): Promise<void> {
  await sql`insert into persons (org_id, id, name, email, language, theme, roles, created_at, joined_at)
    values (${tx.orgId}, ${id}, ${name}, ${email}, ${language}, ${theme}, ${[...roles]}, ${tx.now}, ${tx.now})
    on conflict (org_id, id) do update
      set name = excluded.name, language = excluded.language, theme = excluded.theme, roles = excluded.roles`.execute(
    tx.db,
  )
}

export async function removeOtherMemberships(tx: Tx, personId: string, teams: readonly string[]): Promise<void> {
  await sql`delete from memberships
    where org_id = ${tx.orgId} and person_id = ${personId} and not (team_key = any(${[...teams]}))`.execute(tx.db)
}
