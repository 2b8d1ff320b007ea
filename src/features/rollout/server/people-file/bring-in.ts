import { addRequesters, bringBackRequesters, organisationOf, setGroups } from '#features/people/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { PeopleImport } from '../../contract/people.ts'
import type { Outcome } from '../../domain/people-file/compare.ts'
import { tellOfRollout } from '../tell.ts'
import {
  findImports,
  type ImportedPerson,
  insertImport,
  insertImportedPeople,
  lockImports,
} from '../store/imports.ts'
import { putFacts } from '../store/people.ts'
import { type GivenFile, look } from './look.ts'
import { countOf } from './preview.ts'

/**
 * Does what somebody looked at, all of it in the caller's transaction. Where anything has come out differently since (another import,
 * another plan, a person who was added or changed), nothing is done and they look again.
 */
export async function bringIn(
  platform: Platform,
  tx: Tx,
  by: string,
  given: GivenFile & { readonly seen: string },
): Promise<PeopleImport> {
  await lockImports(tx)
  const { name, file, outcomes, seen } = await look(platform, tx, by, given)
  if (file.errorCount > 0) throw new Refused({ code: 'file-has-errors' })
  if (seen !== given.seen) throw new Conflict('file-looked-at-otherwise')
  const id = newId()
  const { added, changed, unchanged, left } = countOf(outcomes)
  await insertImport(tx, { id, fileName: name, by, added, changed, unchanged: unchanged + left })
  const people = [...(await addNew(tx, by, outcomes)), ...(await changeKnown(tx, by, outcomes))]
  await insertImportedPeople(tx, id, people)
  await tellOfRollout(tx, 'people')
  const [made] = await findImports(tx, id)
  if (!made) throw new NotFound()
  return made
}

async function addNew(tx: Tx, by: string, outcomes: readonly Outcome[]): Promise<ImportedPerson[]> {
  const { language: own } = await organisationOf(tx)
  const added = outcomes.filter((one) => one.what === 'added')
  const asGiven = ({ row }: (typeof added)[number]) => {
    const { name, email, language, groups } = row
    return { name, email, language: language ?? own, groups }
  }
  const unknown = added.filter(({ again }) => again === null)
  const ids = await addRequesters(tx, by, unknown.map(asGiven))
  if (ids === null) throw new Conflict('file-looked-at-otherwise')
  const back = added.flatMap((one) => (one.again === null ? [] : [{ ...asGiven(one), id: one.again }]))
  await bringBackRequesters(tx, by, back)
  const idOf = new Map(unknown.map((one, index) => [one, ids[index] ?? '']))
  const people = added.map((one) => ({ ...one, personId: one.again ?? idOf.get(one) ?? '' }))
  await putFacts(
    tx,
    people.flatMap(({ personId, facts }) => (facts ? [{ personId, facts }] : [])),
  )
  return people.map(({ personId, row }) => ({ personId, isNew: true, groups: row.groups, factsBefore: null }))
}

async function changeKnown(tx: Tx, by: string, outcomes: readonly Outcome[]): Promise<ImportedPerson[]> {
  const changed = outcomes.filter((one) => one.what === 'changed')
  await setGroups(
    tx,
    by,
    changed
      .filter(({ groups }) => groups.length > 0)
      .map(({ known, groups }) => ({ id: known.id, before: known.groups, after: [...known.groups, ...groups] })),
  )
  await putFacts(
    tx,
    changed.flatMap(({ known, facts }) => (facts ? [{ personId: known.id, facts }] : [])),
  )
  return changed.map(({ known, groups }) => ({
    personId: known.id,
    isNew: false,
    groups,
    factsBefore: known.facts,
  }))
}
