import type { Tx } from '#platform/database/transaction.ts'

export type Series = { readonly bridge: string; readonly number: number }

/** Every stretch of a standing bridge that people have in their calendars. */
export async function knownSeries(tx: Tx): Promise<readonly Series[]> {
  const rows = await tx.db
    .selectFrom('bridge_series')
    .select(['plan_bridge', 'number'])
    .where('org_id', '=', tx.orgId)
    .orderBy('plan_bridge')
    .orderBy('number')
    .execute()
  return rows.map(({ plan_bridge, number }) => ({ bridge: plan_bridge, number }))
}

export async function keepSeries(tx: Tx, { bridge, number }: Series): Promise<void> {
  await tx.db
    .insertInto('bridge_series')
    .values({ org_id: tx.orgId, plan_bridge: bridge, number })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function forgetSeries(tx: Tx, { bridge, number }: Series): Promise<void> {
  await tx.db
    .deleteFrom('bridge_series')
    .where('org_id', '=', tx.orgId)
    .where('plan_bridge', '=', bridge)
    .where('number', '=', number)
    .execute()
}
