import type { Selectable } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { TriageBurstsTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { BurstKind } from '../../domain/burst.ts'

/** A burst as it was last seen, and what a lead made of it. */
export type StoredBurst = {
  readonly id: string
  readonly kind: BurstKind
  readonly about: string
  readonly values: Readonly<Record<string, string>>
  readonly expected: number
  readonly beganAt: Instant
  readonly seenAt: Instant
  readonly state: 'open' | 'cause' | 'let-be' | 'over'
  readonly causeId: string | null
  readonly ticketIds: readonly string[]
}

const bursts = (tx: Tx) => tx.db.selectFrom('triage_bursts').selectAll().where('org_id', '=', tx.orgId)

async function withTickets(
  tx: Tx,
  rows: readonly Selectable<TriageBurstsTable>[],
): Promise<readonly StoredBurst[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const tickets = await tx.db
    .selectFrom('triage_burst_tickets')
    .select(['burst_id', 'ticket_id'])
    .where('org_id', '=', tx.orgId)
    .where('burst_id', 'in', ids)
    .orderBy('ticket_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as BurstKind,
    about: row.about,
    values: row.common as Readonly<Record<string, string>>,
    expected: row.expected,
    beganAt: row.began_at,
    seenAt: row.seen_at,
    state: row.state as StoredBurst['state'],
    causeId: row.cause_id,
    ticketIds: tickets.flatMap((one) => (one.burst_id === row.id ? one.ticket_id : [])),
  }))
}

/** What leads have yet to answer, the latest first. */
export async function openBursts(tx: Tx): Promise<readonly StoredBurst[]> {
  return withTickets(tx, await bursts(tx).where('state', '=', 'open').orderBy('began_at', 'desc').execute())
}

export type BurstLetBe = StoredBurst & { readonly letBeBy: string; readonly letBeAt: Instant }

/** What was let be and seen since a moment, the latest first. */
export async function burstsLetBe(tx: Tx, since: Instant): Promise<readonly BurstLetBe[]> {
  const rows = await bursts(tx)
    .where('state', '=', 'let-be')
    .where('seen_at', '>', since)
    .orderBy('began_at', 'desc')
    .execute()
  const answered = new Map(rows.map((row) => [row.id, row]))
  return (await withTickets(tx, rows)).flatMap((burst) => {
    const { answered_by: letBeBy, answered_at: letBeAt } = answered.get(burst.id) ?? {}
    return letBeBy && letBeAt ? [{ ...burst, letBeBy, letBeAt }] : []
  })
}

/** What was seen since a moment, answered or not: it goes on. */
export async function burstsSeenSince(tx: Tx, since: Instant): Promise<readonly StoredBurst[]> {
  const rows = await bursts(tx)
    .where('seen_at', '>=', since)
    .where('state', '<>', 'over')
    .orderBy('began_at')
    .execute()
  return withTickets(tx, rows)
}

export async function burstForAnswer(tx: Tx, id: string): Promise<StoredBurst | null> {
  return (await withTickets(tx, await bursts(tx).where('id', '=', id).forUpdate().execute()))[0] ?? null
}

/** The last burst about this that was seen after a moment, whatever became of it. */
export async function lastBurstAbout(tx: Tx, about: string, after: Instant): Promise<StoredBurst | null> {
  const rows = await bursts(tx)
    .where('about', '=', about)
    .where((eb) => eb.or([eb('seen_at', '>', after), eb('state', '=', 'open')]))
    .orderBy('seen_at', 'desc')
    .limit(1)
    .execute()
  return (await withTickets(tx, rows))[0] ?? null
}

/** False where another look was first. */
export async function insertBurst(tx: Tx, burst: StoredBurst): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('triage_bursts')
    .values({
      org_id: tx.orgId,
      id: burst.id,
      kind: burst.kind,
      about: burst.about,
      common: JSON.stringify(burst.values),
      expected: burst.expected,
      began_at: burst.beganAt,
      seen_at: burst.seenAt,
      state: 'open',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await addBurstTickets(tx, burst.id, burst.ticketIds)
  return true
}

export async function burstSeen(
  tx: Tx,
  id: string,
  expected: number,
  ticketIds: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('triage_bursts')
    .set({ seen_at: tx.now, expected })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
  await addBurstTickets(tx, id, ticketIds)
}

async function addBurstTickets(tx: Tx, burstId: string, ticketIds: readonly string[]): Promise<void> {
  await tx.db
    .insertInto('triage_burst_tickets')
    .values(ticketIds.map((ticketId) => ({ org_id: tx.orgId, burst_id: burstId, ticket_id: ticketId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function answerBurst(
  tx: Tx,
  id: string,
  { by, causeId }: { readonly by: string; readonly causeId: string | null },
): Promise<void> {
  const state = causeId === null ? 'let-be' : 'cause'
  await tx.db
    .updateTable('triage_bursts')
    .set({ state, cause_id: causeId, answered_at: tx.now, answered_by: by })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** It waits for an answer once more. */
export async function waitAgain(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('triage_bursts')
    .set({ state: 'open', answered_at: null, answered_by: null })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** Nobody answered, and they stopped: which. */
export async function endBursts(tx: Tx, notSeenSince: Instant): Promise<readonly string[]> {
  const ended = await tx.db
    .updateTable('triage_bursts')
    .set({ state: 'over' })
    .where('org_id', '=', tx.orgId)
    .where('state', '=', 'open')
    .where('seen_at', '<', notSeenSince)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** How many tickets each of these has that still wait for an answer. */
export async function openBurstSizes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('triage_bursts as burst')
    .innerJoin('triage_burst_tickets as ticket', (join) =>
      join.onRef('ticket.org_id', '=', 'burst.org_id').onRef('ticket.burst_id', '=', 'burst.id'),
    )
    .select(['burst.id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('burst.org_id', '=', tx.orgId)
    .where('burst.state', '=', 'open')
    .where('burst.id', 'in', [...ids])
    .groupBy('burst.id')
    .execute()
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}
