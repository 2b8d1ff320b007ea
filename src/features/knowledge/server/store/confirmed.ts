import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** When each of these was first confirmed here, by id; what Tierwise came with and nobody confirmed is not among them. */
export async function firstConfirmed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Instant }>`
    select issue_id as id, min(at) as at from knowledge_acts
    where org_id = ${tx.orgId} and act in ('confirm', 'publish') and issue_id = any(${[...ids]}::text[])
    group by issue_id`.execute(tx.db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}
