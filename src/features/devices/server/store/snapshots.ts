import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { DeviceContext, Snapshot, SnapshotReason } from '../../domain/context.ts'
import { unread } from './contexts.ts'

export type ToFreeze = {
  readonly personId: string
  /** The ticket. */
  readonly subject: string
  readonly reason: SnapshotReason
  readonly at: Instant
}

/** Older than so many minutes, a read is asked for at the opening of a ticket. */
const freshMinutes = 10

/** From the cache. The hash is over what stands in the row, as PostgreSQL writes it. */
function freeze(tx: Tx, { personId, subject, reason, at }: ToFreeze): RawBuilder<{ id: string }> {
  return sql`
    insert into device_snapshots (org_id, id, subject, person_id, reason, at, context, hash)
    select c.org_id, ${newId()}::uuid, ${subject}::uuid, c.person_id, ${reason}, ${at}::timestamptz, w.context,
      sha256(convert_to(concat_ws('|', ${subject}::text, ${reason}::text, ${at}::text, w.context::text), 'UTF8'))
    from device_contexts c
    left join device_organisations o on o.org_id = c.org_id
    cross join lateral (
      select c.parts || coalesce(o.parts, '{}') || jsonb_build_object('personId', c.person_id) as context
    ) w
    where c.org_id = ${tx.orgId} and c.person_id = ${personId}::uuid
    returning id`
}

export async function insertSnapshot(tx: Tx, what: ToFreeze): Promise<string | null> {
  const { rows } = await freeze(tx, what).execute(tx.db)
  return rows[0]?.id ?? null
}

/** An organisation of which nothing was ever read has no tenant: that costs a look at an empty table. */
export async function askAfterOpening(tx: Tx, what: ToFreeze): Promise<string | null> {
  const { personId, subject } = what
  const payload = JSON.stringify({ personId, openedTicket: subject, orgId: tx.orgId })
  const { rows } = await sql<{ id: string | null }>`
    with frozen as (${freeze(tx, what)}),
    asked as (
      select job_add('devices.read', ${payload}::json, ${`${personId}/${subject}`}, null, 3)
      from device_organisations o
      where o.org_id = ${tx.orgId} and not exists (
        select from device_contexts c
        where c.org_id = ${tx.orgId} and c.person_id = ${personId}::uuid
          and c.tried_at > ${tx.now}::timestamptz - make_interval(mins => ${freshMinutes})
      )
    )
    select id from frozen union all select null from asked`.execute(tx.db)
  return rows.find(({ id }) => id !== null)?.id ?? null
}

export async function readSnapshots(tx: Tx, subject: string): Promise<readonly Snapshot[]> {
  const rows = await tx.db
    .selectFrom('device_snapshots')
    .where('org_id', '=', tx.orgId)
    .where('subject', '=', subject)
    .orderBy('id')
    .select(['id', 'subject', 'reason', 'at', 'context'])
    .execute()
  return rows.map(snapshotOf)
}

export async function findSnapshot(tx: Tx, id: string): Promise<Snapshot | null> {
  const row = await tx.db
    .selectFrom('device_snapshots')
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .select(['id', 'subject', 'reason', 'at', 'context'])
    .executeTakeFirst()
  return row ? snapshotOf(row) : null
}

type Row = Omit<Snapshot, 'context'> & { readonly context: unknown }

/** Certificates and service health may not have been read by then. */
function snapshotOf(row: Row): Snapshot {
  return { ...row, context: { ...unread(row.at), ...(row.context as DeviceContext) } }
}
