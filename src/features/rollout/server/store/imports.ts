import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PeopleImport } from '../../contract/people.ts'
import type { RolloutFacts } from '../../domain/people-file/compare.ts'

/** Imports and undoings of an organisation wait for each other. */
export async function lockImports({ db, orgId }: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rollout-imports ${orgId}`}, 0))`.execute(db)
}

type NewImport = Pick<PeopleImport, 'id' | 'fileName' | 'added' | 'changed' | 'unchanged'> & {
  readonly by: string
}

export async function insertImport({ db, orgId, now }: Tx, given: NewImport): Promise<void> {
  await sql`insert into rollout_imports (org_id, id, file_name, at, by_person, added, changed, unchanged)
    values (${orgId}, ${given.id}, ${given.fileName}, ${now}, ${given.by}, ${given.added}, ${given.changed}, ${given.unchanged})`.execute(
    db,
  )
}

export type ImportedPerson = {
  readonly personId: string
  readonly isNew: boolean
  readonly groups: readonly string[]
  readonly factsBefore: RolloutFacts | null
}

export async function insertImportedPeople(
  { db, orgId }: Tx,
  importId: string,
  people: readonly ImportedPerson[],
): Promise<void> {
  if (people.length === 0) return
  await sql`insert into rollout_import_people (org_id, import_id, person_id, is_new, groups, facts_before)
    select ${orgId}, ${importId}, one.person_id, one.is_new,
      array(select jsonb_array_elements_text(one.groups::jsonb)), one.facts::jsonb
    from unnest(${people.map((one) => one.personId)}::uuid[], ${people.map((one) => one.isNew)}::boolean[],
      ${people.map((one) => JSON.stringify(one.groups))}::text[],
      ${people.map((one) => (one.factsBefore ? JSON.stringify(one.factsBefore) : null))}::text[])
      as one (person_id, is_new, groups, facts)`.execute(db)
}

export async function importedPeople({ db, orgId }: Tx, importId: string): Promise<ImportedPerson[]> {
  const { rows } = await sql<ImportedPerson>`
    select person_id as "personId", is_new as "isNew", groups, facts_before as "factsBefore"
    from rollout_import_people where org_id = ${orgId} and import_id = ${importId}`.execute(db)
  return rows
}

/** Who of these disabled people was disabled by the undoing of an import, and by nobody since. */
export async function withdrawnAmong(
  { db, orgId }: Tx,
  disabled: readonly { readonly id: string; readonly disabledAt: Instant }[],
): Promise<ReadonlySet<string>> {
  if (disabled.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select one.id from unnest(${disabled.map(({ id }) => id)}::uuid[], ${disabled.map(({ disabledAt }) => disabledAt)}::timestamptz[])
      as one (id, at)
    where exists (select from rollout_import_people p join rollout_imports i on i.org_id = p.org_id and i.id = p.import_id
      where p.org_id = ${orgId} and p.person_id = one.id and p.is_new and i.undone_at = one.at)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** A later import, not undone, that is about some of the same people: they come off in turn. */
export async function laterImportOfSame(
  { db, orgId }: Tx,
  importId: string,
  personIds: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ fileName: string }>`
    select i.file_name as "fileName" from rollout_imports i
    where i.org_id = ${orgId} and i.id > ${importId} and i.undone_at is null and exists (
      select from rollout_import_people p
      where p.org_id = ${orgId} and p.import_id = i.id and p.person_id = any(${personIds}::uuid[]))
    order by i.id desc limit 1`.execute(db)
  return rows[0]?.fileName ?? null
}

export async function markUndone({ db, orgId, now }: Tx, importId: string, by: string): Promise<void> {
  await sql`update rollout_imports set undone_at = ${now}, undone_by = ${by}
    where org_id = ${orgId} and id = ${importId}`.execute(db)
}

type ImportRow = Omit<PeopleImport, 'by' | 'undone'> & {
  readonly byId: string
  readonly byName: string
  readonly undoneAt: string | null
  readonly undoneById: string | null
  readonly undoneByName: string | null
}

/** The newest first; with an id only that one. */
export async function findImports({ db, orgId }: Tx, id: string | null = null): Promise<PeopleImport[]> {
  const { rows } = await sql<ImportRow>`
    select i.id, i.file_name as "fileName", i.at, i.added, i.changed, i.unchanged, i.by_person as "byId", by.name as "byName",
      i.undone_at as "undoneAt", i.undone_by as "undoneById", undoer.name as "undoneByName"
    from rollout_imports i join persons by on by.org_id = i.org_id and by.id = i.by_person
    left join persons undoer on undoer.org_id = i.org_id and undoer.id = i.undone_by
    where i.org_id = ${orgId} ${id === null ? sql`` : sql`and i.id = ${id}`} order by i.id desc limit 100`.execute(
    db,
  )
  return rows.map(({ byId, byName, undoneAt, undoneById, undoneByName, ...row }) => ({
    ...row,
    by: { id: byId, name: byName },
    undone:
      undoneAt === null || undoneById === null
        ? null
        : { at: undoneAt, by: { id: undoneById, name: undoneByName ?? '' } },
  }))
}
