import type { Tx } from '#platform/database/transaction.ts'
import type { Ticket } from '../../domain/ticket.ts'

/** Only what is open: closed tickets keep the plan that they were closed under. */
export async function countOpenByVersion(tx: Tx) {
  const rows = await tx.db
    .selectFrom('tickets')
    .select(['plan_version_id', (eb) => eb.fn.countAll<number>().as('open')])
    .where('org_id', '=', tx.orgId)
    .where('stage', '<>', 'closed')
    .groupBy('plan_version_id')
    .execute()
  return rows.map((row) => ({ planVersionId: row.plan_version_id, open: Number(row.open) }))
}

export async function openOnVersion(tx: Tx, planVersionId: string, after: number, limit: number) {
  const rows = await tx.db
    .selectFrom('tickets')
    .select(['number', 'state'])
    .where('org_id', '=', tx.orgId)
    .where('plan_version_id', '=', planVersionId)
    .where('stage', '<>', 'closed')
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ number: row.number, ticket: row.state as unknown as Ticket }))
}

type Seen = { readonly number: number; readonly version: number; readonly planVersionId: string }

export async function versionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  const rows = await tx.db
    .selectFrom('tickets')
    .select(['id', 'number', 'version', 'plan_version_id'])
    .where('org_id', '=', tx.orgId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, number, version, plan_version_id }) => [
      id,
      { number, version, planVersionId: plan_version_id },
    ]),
  )
}
