import { sql } from 'kysely'
import { mayHoldCode } from '#features/knowledge/domain/codes.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { FactOf, FactType } from '../../domain/events.ts'
import type { TargetName, Ticket } from '../../domain/ticket.ts'

/** An open ticket as a bridge looks at the queue. */
type QueuedTicket = {
  readonly id: string
  readonly number: number
  readonly stage: 'investigating' | 'delivering' | 'confirming'
  readonly tier: number
  readonly priority: Ticket['priority']
  readonly category: string | null
  readonly platform: string | null
  readonly wave: string | null
  readonly requesterId: string
  readonly waiting: 'requester' | 'vendor' | 'until' | null
  readonly broughtBy: null | 'person' | 'bounce-cap' | 'phase'
  readonly bounces: number
  readonly openedAt: Instant
  /** When a person last did something on it. */
  readonly movedAt: Instant
  readonly vendorAnsweredAt: Instant | null
  readonly due: null | { readonly at: Instant; readonly target: TargetName; readonly tier: number | null }
}

type QueuedRow = Omit<QueuedTicket, 'due'> & {
  readonly due_at: Instant | null
  readonly due_target: TargetName | null
  readonly due_tier: number | null
}

/** The open tickets: those on the bridge first, then what is due first, at most so many. */
export async function queueForBridge({ db, orgId }: Tx, most: number): Promise<readonly QueuedTicket[]> {
  const { rows } = await sql<QueuedRow>`
    select t.id, t.number, t.stage, coalesce(t.tier, 1) as tier, t.priority, t.category, t.platform, t.wave,
      t.requester_id as "requesterId", t.waiting, t.due_at, t.due_target, t.due_tier,
      (t.state ->> 'bounces')::int as bounces, t.opened_at as "openedAt",
      coalesce(events.moved_at, t.opened_at) as "movedAt", events.answered_at as "vendorAnsweredAt",
      case when t.on_bridge then coalesce((
        select case before.type when 'sent-back' then 'bounce-cap' when 'handover-offered' then 'phase' end
        from ticket_events brought join ticket_events before on before.org_id = brought.org_id
          and before.ticket_id = brought.ticket_id and before.number = brought.number - 1 and before.at = brought.at
        where brought.org_id = t.org_id and brought.ticket_id = t.id and brought.type = 'brought-to-bridge'
        order by brought.number desc limit 1), 'person') end as "broughtBy"
    from (select * from tickets where org_id = ${orgId} and stage <> 'closed'
      order by on_bridge desc, due_order, id limit ${most}) t
    cross join lateral (
      select max(at) filter (where author_kind = 'person') as moved_at, max(at) filter (where type = 'vendor-answered') as answered_at
      from ticket_events e where e.org_id = t.org_id and e.ticket_id = t.id) events
    order by t.on_bridge desc, t.due_order, t.id`.execute(db)
  return rows.map(({ due_at, due_target, due_tier, ...row }) => ({
    ...row,
    due: due_at === null || due_target === null ? null : { at: due_at, target: due_target, tier: due_tier },
  }))
}

/** A ticket by what makes it like others; `text` is what its requester wrote, where a code may stand in it. */
export type TicketLikeness = Pick<
  QueuedTicket,
  'id' | 'number' | 'category' | 'platform' | 'wave' | 'requesterId' | 'openedAt'
> & { readonly text: string }

/** Everything opened since a moment, closed or not, the latest first, at most so many. */
export async function openedForBridge({ db, orgId }: Tx, since: Instant, most: number) {
  const { rows } = await sql<TicketLikeness>`
    select t.id, t.number, t.category, t.platform, t.wave, t.requester_id as "requesterId", t.opened_at as "openedAt",
      coalesce((select string_agg(e.words::text, ' ') from ticket_events e
        where e.org_id = t.org_id and e.ticket_id = t.id and e.type in ('opened', 'answered', 'evidence-added')
          and e.words::text ~* ${mayHoldCode}), '') as text
    from tickets t where t.org_id = ${orgId} and t.opened_at > ${since}
    order by t.opened_at desc, t.id desc limit ${most}`.execute(db)
  return rows
}

/** Which of these words stand in a ticket that was opened before a moment. */
export async function wordsSeenBefore(
  { db, orgId }: Tx,
  words: readonly string[],
  before: Instant,
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set()
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${[...words]}::text[]) as word
    where exists (select from tickets t where t.org_id = ${orgId} and t.opened_at < ${before}
      and t.search @@ plainto_tsquery('simple', word))`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

export type FactAt<Type extends FactType> = {
  readonly ticketId: string
  readonly number: number
  readonly at: Instant
  readonly fact: Omit<FactOf<Type>, 'words'>
}

/** What of these kinds happened to tickets after a moment, in order, without what people typed. */
export async function factsSince<Type extends FactType>(
  tx: Tx,
  types: readonly Type[],
  since: Instant,
): Promise<readonly FactAt<Type>[]> {
  const rows = await tx.db
    .selectFrom('ticket_events')
    .select(['ticket_id', 'number', 'type', 'at', 'facts'])
    .where('org_id', '=', tx.orgId)
    .where('at', '>', since)
    .where('type', 'in', [...types])
    .orderBy('at')
    .orderBy('ticket_id')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    number: row.number,
    at: row.at,
    fact: { type: row.type, ...(row.facts as object) } as unknown as Omit<FactOf<Type>, 'words'>,
  }))
}

/** How many open tickets are on the bridge. */
export async function countOnBridge(tx: Tx): Promise<number> {
  const { count } = await tx.db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', tx.orgId)
    .where('stage', '<>', 'closed')
    .where('on_bridge', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}
