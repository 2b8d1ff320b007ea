import { sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Tx } from '../database/transaction.ts'
import type { LiveEvent, Position } from './live-event.ts'

/** More than this is not caught up with, event by event; the page looks at everything anew. */
const mostCaughtUp = 5_000

const columns = `org_id as "orgId", seq, topic, subject, data, audience`

export async function eventBySeq(owner: Pool, orgId: string, seq: number): Promise<LiveEvent | undefined> {
  const { rows } = await owner.query<LiveEvent>(
    `select ${columns} from live_events where org_id = $1 and seq = $2`,
    [orgId, seq],
  )
  return rows[0] && { ...rows[0], seq: Number(rows[0].seq) }
}

type Since = {
  /** Read in the same snapshot as the events: everything below it is among them or was before. */
  readonly oldest: bigint
  readonly events: readonly { readonly event: LiveEvent; readonly xid: bigint }[]
  readonly complete: boolean
}

/** Every organisation's events of transactions at or above `xid`; none when it is null. */
export async function committedSince(client: PoolClient, xid: bigint | null): Promise<Since> {
  const { rows } = await client.query<{ oldest: string; xid: string | null } & LiveEvent>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, missed.xid::text, ${columns}
       from (values (1)) one left join
         (select * from live_events where xid >= $1::text::xid8 order by xid, seq limit ${mostCaughtUp + 1}) missed on true`,
    [xid?.toString() ?? null],
  )
  const events = rows.flatMap((row) => {
    const { xid: at, oldest: _oldest, ...event } = row
    return at === null ? [] : [{ event: { ...event, seq: Number(event.seq) }, xid: BigInt(at) }]
  })
  return {
    oldest: BigInt(rows[0]?.oldest ?? 0),
    events: events.slice(0, mostCaughtUp),
    complete: events.length <= mostCaughtUp,
  }
}

/** The organisation's events that a page missed since `position`; null when that is too far back, or not of this database. */
export async function missedSince({ db, orgId }: Tx, { xid }: Position): Promise<readonly LiveEvent[] | null> {
  const { rows: now } = await sql<{ ahead: boolean }>`
    select ${xid.toString()}::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as ahead`.execute(db)
  if (now[0]?.ahead) return null
  const { rows } =
    await sql<LiveEvent>`select org_id as "orgId", seq, topic, subject, data, audience from live_events
    where org_id = ${orgId} and xid >= ${xid.toString()}::text::xid8 order by xid, seq limit ${mostCaughtUp + 1}`.execute(
      db,
    )
  return rows.length > mostCaughtUp ? null : rows
}
