import { sql } from 'kysely'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeviceContext, Snapshot } from '../../domain/context.ts'
import type { ToFreeze } from '../snapshots.ts'

/** From the cache, as one statement. The hash is over what stands in the row, as PostgreSQL writes it. */
export async function insertSnapshot(tx: Tx, { personId, subject, reason, at }: ToFreeze): Promise<string | null> {
  const frozen = await sql<{ id: string }>`
    insert into device_snapshots (org_id, id, subject, person_id, reason, at, context, hash)
    select c.org_id, ${newId()}::uuid, ${subject}::uuid, c.person_id, ${reason}, ${at}::timestamptz, w.context,
      sha256(convert_to(concat_ws('|', ${subject}::text, ${reason}::text, ${at}::text, w.context::text), 'UTF8'))
    from device_contexts c
    left join device_organisations o on o.org_id = c.org_id
    cross join lateral (
      select c.parts || coalesce(o.parts, '{}') || jsonb_build_object('personId', c.person_id) as context
    ) w
    where c.person_id = ${personId}::uuid
    returning id`.execute(tx.db)
  return frozen.rows[0]?.id ?? null
}

export async function readSnapshots(tx: Tx, subject: string): Promise<readonly Snapshot[]> {
  const rows = await tx.db
    .selectFrom('device_snapshots')
    .where('subject', '=', subject)
    .orderBy('id')
    .select(['id', 'subject', 'reason', 'at', 'context'])
    .execute()
  return rows.map((row) => ({ ...row, context: row.context as DeviceContext }))
}
