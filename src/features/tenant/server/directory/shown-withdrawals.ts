import { createHash } from 'node:crypto'
import { personsByIds } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { WithdrawalsView } from '../../contract/directory.ts'
import type { DirectoryRow } from '../store/directory.ts'
import { keptUsers } from '../store/brake.ts'
import { linkedPersons } from '../store/persons.ts'

/** Named on the page; the others are counted. */
const mostNamed = 100

type Person = {
  readonly entraId: string
  readonly personId: string | null
  readonly gone: boolean
  readonly groups: readonly string[]
}

/** Who waits for an administrator, but for whom one has let go meanwhile. */
export function waiting({ held, released }: DirectoryRow): readonly Person[] {
  return held?.people.filter(({ entraId }) => !released.includes(entraId)) ?? []
}

/** Whom an administrator keeps, but for whom one has let go since. */
export async function keptNow(tx: Tx, { released }: DirectoryRow): Promise<readonly Person[]> {
  const ids = (await keptUsers(tx)).filter((id) => !released.includes(id))
  const persons = new Map([...(await linkedPersons(tx, ids))].map(([personId, entraId]) => [entraId, personId]))
  return ids.map((entraId) => ({ entraId, personId: persons.get(entraId) ?? null, gone: false, groups: [] }))
}

/** Who would be taken away, and who is kept although Entra ID took them away. */
export async function withdrawalsShown(
  tx: Tx,
  directory: DirectoryRow | null,
): Promise<{ readonly held: WithdrawalsView | null; readonly kept: WithdrawalsView | null }> {
  if (directory === null) return { held: null, kept: null }
  const since = directory.held?.since ?? null
  return {
    held: await shown(tx, waiting(directory), since),
    kept: await shown(tx, await keptNow(tx, directory), null),
  }
}

async function shown(tx: Tx, people: readonly Person[], since: string | null): Promise<WithdrawalsView | null> {
  if (people.length === 0) return null
  const known = await personsByIds(
    tx,
    people.flatMap(({ personId }) => personId ?? []),
  )
  const named = people
    .flatMap(({ personId, gone, groups }) => {
      const name = personId === null ? undefined : known.get(personId)?.name
      return personId === null || name === undefined ? [] : { id: personId, name, gone, groups: [...groups] }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return {
    since,
    count: people.length,
    gone: people.filter(({ gone }) => gone).length,
    people: named.slice(0, mostNamed),
    seen: seenOf(people),
  }
}

/** The same for the same people: what somebody decided on is what they saw. */
export function seenOf(people: readonly Person[]): string {
  const ids = people.map(({ entraId }) => entraId).toSorted()
  return createHash('sha256').update(JSON.stringify(ids)).digest('hex')
}
