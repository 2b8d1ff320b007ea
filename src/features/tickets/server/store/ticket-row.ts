import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { StandingTarget } from '../../domain/clocks/due-moments.ts'
import type { Duty } from '../../domain/duties.ts'
import type { Ticket } from '../../domain/ticket.ts'

/** A ticket as the database holds it; `number` is what people call it by. */
export type StoredTicket = {
  readonly ticket: Ticket
  readonly number: number
  readonly lastHash: Uint8Array
  readonly changedAt: Instant
  readonly clockAt: Instant | null
}

/** What the row holds beside the projection: for lists, for the clock, for the chain. */
export type RowExtras = {
  readonly lastHash: Uint8Array
  /** The tier whose turn it is; null once closed. */
  readonly tier: number | null
  readonly changedAt: Instant
  /** The first target that has yet to be reached, also when it has been missed. */
  readonly due: StandingTarget | null
  readonly clockAt: Instant | null
  /** Newly written words, to be found by search. `open`: what the requester may read. */
  readonly written: { readonly all: string; readonly open: string }
}

/** Taken outside the ticket's transaction, see migration 0004. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_ticket_number() as number`.execute(tx.db)
  const taken = rows[0]
  if (!taken) throw new Error('next_ticket_number gave no row')
  return taken.number
}

export async function insertTicket(tx: Tx, number: number, ticket: Ticket, extras: RowExtras): Promise<void> {
  await tx.db
    .insertInto('tickets')
    .values({
      org_id: tx.orgId,
      id: ticket.id,
      number,
      requester_id: ticket.requesterId,
      opened_at: ticket.openedAt,
      ...projected(ticket, extras),
      search: searchable(`${number} ${extras.written.all}`),
      search_open: searchable(`${number} ${extras.written.open}`),
    })
    .execute()
}

/** Writes the projection over `expected`, the version that was locked. */
export async function updateTicket(tx: Tx, expected: number, ticket: Ticket, extras: RowExtras): Promise<void> {
  const { all, open } = extras.written
  const updated = await tx.db
    .updateTable('tickets')
    .set({
      ...projected(ticket, extras),
      ...(all ? { search: appended('search', all) } : {}),
      ...(open ? { search_open: appended('search_open', open) } : {}),
    })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', ticket.id)
    .where('version', '=', expected)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new Error(`Ticket ${ticket.id} was not at version ${expected}`)
}

function projected(ticket: Ticket, extras: RowExtras) {
  return {
    version: ticket.version,
    plan_version_id: ticket.planVersionId,
    state: JSON.stringify(ticket),
    subject: ticket.subject,
    kind: ticket.kind,
    stage: ticket.stage.name,
    tier: extras.tier,
    offered_to: ticket.offer?.to ?? null,
    waiting: ticket.waiting?.for ?? null,
    assignee_id: ticket.assigneeId,
    priority: ticket.priority,
    category: ticket.category,
    platform: ticket.platform,
    phase: ticket.phase,
    wave: ticket.wave,
    on_bridge: ticket.onBridge,
    changed_at: extras.changedAt,
    closed_at: ticket.closedAt,
    due_at: extras.due?.dueAt ?? null,
    due_target: extras.due?.target ?? null,
    due_tier: extras.due?.tier ?? null,
    clock_at: extras.clockAt,
    last_hash: Buffer.from(extras.lastHash),
  }
}

function searchable(text: string) {
  return sql<string>`to_tsvector('dutch', ${text}) || to_tsvector('english', ${text})`
}

/** A tsvector holds 1 MB: a very long conversation is searched by its beginning, which beats refusing the next reply. */
function appended(column: 'search' | 'search_open', text: string) {
  const now = sql.ref(column)
  return sql<string>`case when pg_column_size(${now}) < 500000 then ${now} || ${searchable(text)} else ${now} end`
}

/** Reads a ticket; `lock` keeps every other mover waiting until this transaction ends. */
export async function findTicket(tx: Tx, id: string, { lock }: { lock: boolean }): Promise<StoredTicket | null> {
  const query = tx.db
    .selectFrom('tickets')
    .select(['state', 'number', 'last_hash', 'changed_at', 'clock_at'])
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  return {
    ticket: row.state as unknown as Ticket,
    number: row.number,
    lastHash: row.last_hash,
    changedAt: row.changed_at,
    clockAt: row.clock_at,
  }
}

export async function replaceDuties(
  tx: Tx,
  ticketId: string,
  duties: readonly (Duty & { readonly due: StandingTarget | null })[],
): Promise<void> {
  const before = tx.db.deleteFrom('ticket_duties').where('org_id', '=', tx.orgId).where('ticket_id', '=', ticketId)
  const now = tx.db.insertInto('ticket_duties').values(
    duties.map((duty) => ({
      org_id: tx.orgId,
      ticket_id: ticketId,
      kind: duty.kind,
      tier: duty.tier,
      person_id: duty.personId,
      due_at: duty.due?.dueAt ?? null,
      due_target: duty.due?.target ?? null,
      due_tier: duty.due?.tier ?? null,
    })),
  )
  await Promise.all([before.execute(), duties.length > 0 && now.execute()])
}

export async function ticketNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('tickets')
    .select(['id', 'number', 'subject'])
    .where('org_id', '=', tx.orgId)
    .where('id', 'in', [...ids])
    .execute()
}

export async function idOfNumber(tx: Tx, number: number): Promise<string | null> {
  const row = await tx.db
    .selectFrom('tickets')
    .select('id')
    .where('org_id', '=', tx.orgId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Tickets whose due moment passed half a minute ago without anything having been done about it. */
export async function overdueForClock(tx: Tx): Promise<readonly string[]> {
  const late = new Date(Date.parse(tx.now) - 30_000).toISOString()
  const rows = await tx.db
    .selectFrom('tickets')
    .select('id')
    .where('org_id', '=', tx.orgId)
    .where('clock_at', '<', late)
    .orderBy('clock_at')
    .limit(1000)
    .execute()
  return rows.map((row) => row.id)
}

/** Lets the numbers of an organisation that has no ticket yet begin after this one. */
export async function numberAfter(tx: Tx, last: number): Promise<void> {
  await sql`insert into ticket_numbers (org_id, last) values (${tx.orgId}, ${last}) on conflict do nothing`.execute(
    tx.db,
  )
}

/** Tickets as lists name them, by id. */
export async function ticketsNamed(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await tx.db
    .selectFrom('tickets')
    .innerJoin('persons as requester', (join) =>
      join.onRef('requester.org_id', '=', 'tickets.org_id').onRef('requester.id', '=', 'tickets.requester_id'),
    )
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.subject',
      'tickets.stage',
      'tickets.tier',
      'tickets.priority',
      'tickets.due_at as dueAt',
      'tickets.on_bridge as onBridge',
      'tickets.requester_id as requesterId',
      'requester.name as requester',
    ])
    .where('tickets.org_id', '=', tx.orgId)
    .where('tickets.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
