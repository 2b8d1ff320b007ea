import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type StoredCause = {
  readonly id: string
  readonly title: string
  readonly incident: string | null
  readonly openedAt: Instant
  readonly openedBy: string
  readonly closedAt: Instant | null
  /** The first added first. */
  readonly ticketIds: readonly string[]
  /** Those of them that Tierwise added itself. */
  readonly foundIds: readonly string[]
}

const causes = (tx: Tx) =>
  tx.db
    .selectFrom('triage_causes as cause')
    .where('cause.org_id', '=', tx.orgId)
    .select([
      'cause.id',
      'cause.title',
      'cause.incident',
      'cause.opened_at as openedAt',
      'cause.opened_by as openedBy',
      'cause.closed_at as closedAt',
      sql<string[]>`array(select member.ticket_id from triage_cause_tickets member
        where member.org_id = cause.org_id and member.cause_id = cause.id order by member.added_at, member.ticket_id)`.as(
        'ticketIds',
      ),
      sql<string[]>`array(select member.ticket_id from triage_cause_tickets member
        where member.org_id = cause.org_id and member.cause_id = cause.id and member.added_by is null)`.as(
        'foundIds',
      ),
    ])

/** The open ones, and those closed since a moment, the latest first. */
export async function causesSince(tx: Tx, closedSince: Instant): Promise<readonly StoredCause[]> {
  return causes(tx)
    .where((eb) => eb.or([eb('cause.closed_at', 'is', null), eb('cause.closed_at', '>', closedSince)]))
    .orderBy('cause.opened_at', 'desc')
    .limit(200)
    .execute()
}

/** Every cause that has a ticket, for what is measured. */
export async function allCauses(tx: Tx): Promise<readonly StoredCause[]> {
  return causes(tx).orderBy('cause.opened_at', 'desc').limit(2000).execute()
}

export async function findCause(tx: Tx, id: string): Promise<StoredCause | null> {
  return (await causes(tx).where('cause.id', '=', id).executeTakeFirst()) ?? null
}

/** Keeps others who change it waiting. */
export async function lockCause(tx: Tx, id: string): Promise<StoredCause | null> {
  await tx.db
    .selectFrom('triage_causes')
    .select('id')
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findCause(tx, id)
}

/** The cause of each of these tickets that has one. */
export async function causesOfTickets(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<StoredCause, 'id' | 'title' | 'closedAt'>>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('triage_cause_tickets as member')
    .innerJoin('triage_causes as cause', (join) =>
      join.onRef('cause.org_id', '=', 'member.org_id').onRef('cause.id', '=', 'member.cause_id'),
    )
    .select(['member.ticket_id as ticketId', 'cause.id', 'cause.title', 'cause.closed_at as closedAt'])
    .where('member.org_id', '=', tx.orgId)
    .where('member.ticket_id', 'in', [...new Set(ticketIds)])
    .execute()
  return new Map(rows.map(({ ticketId, ...cause }) => [ticketId, cause]))
}

export async function insertCause(
  tx: Tx,
  cause: Pick<StoredCause, 'id' | 'title' | 'incident' | 'openedBy'>,
): Promise<void> {
  const { id, title, incident, openedBy } = cause
  await tx.db
    .insertInto('triage_causes')
    .values({ org_id: tx.orgId, id, title, incident, opened_at: tx.now, opened_by: openedBy })
    .execute()
}

/** The tickets that were added: one that has a cause keeps it. `by` is null where Tierwise found them itself. */
export async function addMembers(
  tx: Tx,
  causeId: string,
  ticketIds: readonly string[],
  by: string | null,
): Promise<readonly string[]> {
  if (ticketIds.length === 0) return []
  const rows = await tx.db
    .insertInto('triage_cause_tickets')
    .values(
      ticketIds.map((ticketId) => ({
        org_id: tx.orgId,
        cause_id: causeId,
        ticket_id: ticketId,
        added_at: tx.now,
        added_by: by,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('ticket_id')
    .execute()
  return rows.map((row) => row.ticket_id)
}

export async function removeMember(tx: Tx, causeId: string, ticketId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('triage_cause_tickets')
    .where('org_id', '=', tx.orgId)
    .where('cause_id', '=', causeId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Closes it, or opens it again where nobody is given. */
export async function setClosed(tx: Tx, id: string, by: string | null): Promise<void> {
  await tx.db
    .updateTable('triage_causes')
    .set({ closed_at: by === null ? null : tx.now, closed_by: by })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}
