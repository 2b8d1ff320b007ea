import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Kept } from '../domain/assumptions/lines.ts'

export type KeptRow = Kept & {
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string } | null
}

/** What is set now: for each place the last that was said of it, unless that took it back. */
export async function keptAssumptions(tx: Tx): Promise<readonly KeptRow[]> {
  const rows = await tx.db
    .selectFrom('forecast_assumptions as a')
    .leftJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.changed_by'))
    .where('a.org_id', '=', tx.orgId)
    .distinctOn('a.place')
    .select(['a.place', 'a.value', 'a.source', 'a.changed_at', 'a.changed_by', 'p.name'])
    .orderBy('a.place')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.flatMap(({ place, value, source, changed_at: at, changed_by: id, name }) =>
    source === 'reset' ? [] : [{ place, value, source, at, by: name === null ? null : { id, name } }],
  )
}

export type Said = {
  readonly place: string
  readonly source: 'desk' | 'changed' | 'reset'
  readonly value?: unknown
}

export async function sayAssumptions(tx: Tx, by: string, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  await tx.db
    .insertInto('forecast_assumptions')
    .values(
      said.map(({ place, source, value }) => ({
        org_id: tx.orgId,
        id: newId(),
        place,
        source,
        value: source === 'reset' ? null : JSON.stringify(value),
        changed_at: tx.now,
        changed_by: by,
      })),
    )
    .execute()
}
