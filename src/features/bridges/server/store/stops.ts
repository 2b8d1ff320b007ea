import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ExitJudgement } from '../../domain/exit.ts'

export type Stop = {
  readonly id: string
  readonly bridge: string
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly figures: readonly ExitJudgement[]
}

/** Standing bridges that have stopped and not gone on. */
export async function stopsNow(tx: Tx): Promise<readonly Stop[]> {
  const rows = await tx.db
    .selectFrom('bridge_stops')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('resumed_at', 'is', null)
    .orderBy('stopped_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    bridge: row.plan_bridge,
    at: row.stopped_at,
    by: row.stopped_by,
    reason: row.reason,
    figures: row.figures as readonly ExitJudgement[],
  }))
}

/** False where it has stopped already. */
export async function insertStop(tx: Tx, { id, bridge, by, reason, figures }: Omit<Stop, 'at'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('bridge_stops')
    .values({
      org_id: tx.orgId,
      id,
      plan_bridge: bridge,
      stopped_at: tx.now,
      stopped_by: by,
      reason,
      figures: JSON.stringify(figures),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where it has not stopped. */
export async function endStop(tx: Tx, bridge: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_stops')
    .set({ resumed_at: tx.now, resumed_by: by })
    .where('org_id', '=', tx.orgId)
    .where('plan_bridge', '=', bridge)
    .where('resumed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
