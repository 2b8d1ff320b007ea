import { sql } from 'kysely'
import type { TakenAway } from '../../domain/directory/brake.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Held } from './directory.ts'

/** Users whom an administrator keeps although Entra ID took them away. */
export async function keptUsers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('tenant_directory_users')
    .select('entra_id')
    .where('org_id', '=', tx.orgId)
    .where('kept', '=', true)
    .orderBy('entra_id')
    .execute()
  return rows.map(({ entra_id }) => entra_id)
}

/** What a round leaves behind: who waits, who may still go, and how many went without asking. */
export async function keepBrake(
  tx: Tx,
  {
    held,
    released,
    takenAway,
  }: { readonly held: Held | null; readonly released: readonly string[]; readonly takenAway: TakenAway },
): Promise<void> {
  await tx.db
    .updateTable('tenant_directories')
    .set({
      held: held === null ? null : JSON.stringify(held),
      released: [...released],
      taken_away: JSON.stringify(takenAway),
    })
    .where('org_id', '=', tx.orgId)
    .execute()
}

/** These may go, as of the next round. */
export async function releaseUsers(tx: Tx, entraIds: readonly string[]): Promise<void> {
  await sql`update tenant_directories set released = array(
      select distinct unnest(released || ${[...entraIds]}::text[]))
    where org_id = ${tx.orgId}`.execute(tx.db)
}

/** These stay as they are, and wait no longer. */
export async function keepUsers(tx: Tx, entraIds: readonly string[]): Promise<void> {
  await sql`update tenant_directory_users set kept = true
    where org_id = ${tx.orgId} and entra_id = any(${[...entraIds]}::text[])`.execute(tx.db)
  await sql`update tenant_directories set held = null where org_id = ${tx.orgId}`.execute(tx.db)
}
