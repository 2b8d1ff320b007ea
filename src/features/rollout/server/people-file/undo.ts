import { setGroups, withdrawRequesters } from '#features/people/server/actions.ts'
import { requestersAmong } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { PeopleImport } from '../../contract/people.ts'
import { tellOfRollout } from '../tell.ts'
import { findImports, importedPeople, laterImportOfSame, lockImports, markUndone } from '../store/imports.ts'
import { forgetFacts, groupsOf, putFacts } from '../store/people.ts'

export type Undone = {
  readonly import: PeopleImport
  readonly removed: number
  readonly kept: number
  readonly takenOut: number
}

/** Takes back what an import did, where nobody has touched it since. */
export async function undoImport(tx: Tx, by: string, id: string): Promise<Undone> {
  await lockImports(tx)
  const [found] = await findImports(tx, id)
  if (!found) throw new NotFound('There is no such import')
  if (found.undone) throw new Refused({ code: 'import-undone' })
  const people = await importedPeople(tx, id)
  const ids = people.map(({ personId }) => personId)
  const later = await laterImportOfSame(tx, id, ids)
  if (later !== null) throw new Refused({ code: 'later-import', ...{ name: later } })
  const brought = people.filter(({ isNew }) => isNew).map(({ personId }) => personId)
  const asked = await requestersAmong(tx, brought)
  const untouched = brought.filter((personId) => !asked.has(personId))
  const gone = await withdrawRequesters(tx, by, untouched)
  await forgetFacts(tx, [...gone])
  const takenOut = await takeBackGroups(
    tx,
    by,
    people.filter(({ personId }) => !gone.has(personId)),
  )
  await takeBackFacts(
    tx,
    people.filter(({ isNew }) => !isNew),
  )
  await markUndone(tx, id, by)
  await tellOfRollout(tx, 'people')
  const [undone] = await findImports(tx, id)
  if (!undone) throw new NotFound()
  return { import: undone, removed: gone.size, kept: brought.length - gone.size, takenOut }
}

type Imported = Awaited<ReturnType<typeof importedPeople>>

async function takeBackGroups(tx: Tx, by: string, people: Imported): Promise<number> {
  const given = new Map(people.map(({ personId, groups }) => [personId, groups]))
  const now = await groupsOf(tx, [...given.keys()])
  const changes = now
    .map(({ id, groups }) => ({
      id,
      before: groups,
      after: groups.filter((group) => !given.get(id)?.includes(group)),
    }))
    .filter(({ before, after }) => after.length < before.length)
  await setGroups(tx, by, changes)
  return changes.length
}

async function takeBackFacts(tx: Tx, people: Imported): Promise<void> {
  await forgetFacts(
    tx,
    people.filter(({ factsBefore }) => factsBefore === null).map(({ personId }) => personId),
  )
  await putFacts(
    tx,
    people.flatMap(({ personId, factsBefore }) => (factsBefore ? [{ personId, facts: factsBefore }] : [])),
  )
}
