import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TicketEvent } from '../domain/events.ts'
import { readEventsOf } from './store/event-rows.ts'

/** A stretch of the desk's past: tickets opened from `from` on and before `to`. */
export type PastPeriod = { readonly from: Instant; readonly to: Instant }

export type PastPage = {
  readonly tickets: readonly {
    readonly ticketId: string
    readonly number: number
    readonly events: readonly TicketEvent[]
  }[]
  /** The number after which the next page begins; null at the end. */
  readonly next: number | null
}

/** Whole tickets with all that happened to them, in the order of their numbers, a page at a time. */
export async function readPast(tx: Tx, period: PastPeriod, after: number, limit: number): Promise<PastPage> {
  const rows = await tickets(tx, period)
    .select(['id', 'number'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  const events = await readEventsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return {
    tickets: rows.map(({ id, number }) => ({ ticketId: id, number, events: events.get(id) ?? [] })),
    next: rows.length === limit ? (rows.at(-1)?.number ?? null) : null,
  }
}

export async function countPast(tx: Tx, period: PastPeriod): Promise<number> {
  const { count } = await tickets(tx, period)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function tickets(tx: Tx, { from, to }: PastPeriod) {
  return tx.db
    .selectFrom('tickets')
    .where('org_id', '=', tx.orgId)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
}

/** Where the last so many tickets of the period begin, by number; `openedAt` is null when those are all. */
export async function startOfLast(
  tx: Tx,
  period: PastPeriod,
  most: number,
): Promise<{ readonly after: number; readonly openedAt: Instant | null }> {
  const before = await tickets(tx, period)
    .select(['number', 'opened_at'])
    .orderBy('number', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst()
  return before ? { after: before.number, openedAt: before.opened_at } : { after: 0, openedAt: null }
}
