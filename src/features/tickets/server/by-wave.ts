import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What the tickets of one wave say. Shares are of what can be told: with nothing to tell they are null. */
export type WaveTickets = {
  readonly opened: number
  readonly open: number
  /** Open, and the cause is not known. */
  readonly unknownCause: number
  /** Of those, opened more than a week ago. */
  readonly oldUnknownCause: number
  readonly diagnosed: number
  /** Diagnosed by the contact tier itself. */
  readonly solvedAtContact: number
  /** From opening until the first diagnosis, on the wall clock. */
  readonly hoursToCause: number | null
  /** Tickets of which it is decided whether they were resolved in time, and those that were. */
  readonly judged: number
  readonly inTime: number
  readonly rated: number
  readonly satisfaction: number | null
  /** The most frequent first. */
  readonly causes: readonly WaveCause[]
}

export type WaveCause = {
  /** As the last who found it put it. */
  readonly cause: string
  readonly tickets: number
  readonly open: number
  readonly solvedAtContact: number
}

const shownCauses = 8
const weekMs = 7 * 86_400_000

/** Tickets that were stamped with this wave when they were opened, until a moment. */
export async function waveTickets(
  { db, orgId }: Tx,
  wave: string,
  contactTier: number,
  at: Instant,
): Promise<WaveTickets> {
  const weekAgo = new Date(Date.parse(at) - weekMs).toISOString()
  const [figures, causes] = await Promise.all([
    sql<Omit<WaveTickets, 'causes'>>`
      with own as (
        select id, stage, opened_at, state from tickets
        where org_id = ${orgId} and wave = ${wave} and opened_at <= ${at}
      ), found as (
        select e.ticket_id, min(e.at) as at from ticket_events e join own on own.id = e.ticket_id
        where e.org_id = ${orgId} and e.type = 'diagnosed' group by e.ticket_id
      )
      select count(*)::int as opened,
        count(*) filter (where stage <> 'closed')::int as open,
        count(*) filter (where stage = 'investigating')::int as "unknownCause",
        count(*) filter (where stage = 'investigating' and opened_at < ${weekAgo})::int as "oldUnknownCause",
        count(*) filter (where state->'diagnosis' <> 'null')::int as diagnosed,
        count(*) filter (where (state->'diagnosis'->>'byTier')::int = ${contactTier})::int as "solvedAtContact",
        (select percentile_cont(0.5) within group (order by extract(epoch from found.at - own.opened_at) / 3600)::float8
          from found join own on own.id = found.ticket_id) as "hoursToCause",
        count(*) filter (where stage in ('confirming', 'closed') or missed)::int as judged,
        count(*) filter (where stage in ('confirming', 'closed') and not missed)::int as "inTime",
        count(*) filter (where state->'satisfaction' <> 'null')::int as rated,
        avg((state->'satisfaction'->>'score')::int)::float8 as satisfaction
      from own, lateral (select exists (select from jsonb_array_elements(state->'missed') m
        where m->>'target' = 'resolve') as missed) m`.execute(db),
    sql<WaveCause>`
      with own as (
        select stage, state->'diagnosis' as diagnosis from tickets
        where org_id = ${orgId} and wave = ${wave} and opened_at <= ${at} and state->'diagnosis' <> 'null'
      )
      select (array_agg(diagnosis->>'rootCause' order by diagnosis->>'at' desc))[1] as cause, count(*)::int as tickets,
        count(*) filter (where stage <> 'closed')::int as open,
        count(*) filter (where (diagnosis->>'byTier')::int = ${contactTier})::int as "solvedAtContact"
      from own
      group by coalesce(nullif(diagnosis->'knownIssue'->>'id', ''), lower(btrim(diagnosis->>'rootCause')))
      order by count(*) desc, 1 limit ${shownCauses}`.execute(db),
  ])
  const [row] = figures.rows
  if (!row) throw new Error('The figures of a wave are one row')
  return { ...row, causes: causes.rows }
}

/** Who of these people has ever asked for help. */
export async function requestersAmong({ db, orgId }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct requester_id as id from tickets
    where org_id = ${orgId} and requester_id = any(${ids}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** How many tickets are open, by wave. */
export async function openPerWave({ db, orgId }: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ wave: string; open: number }>`
    select wave, count(*)::int as open from tickets
    where org_id = ${orgId} and wave is not null and stage <> 'closed' group by wave`.execute(db)
  return new Map(rows.map(({ wave, open }) => [wave, open]))
}
