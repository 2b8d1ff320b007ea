import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DecisionKind } from '../../domain/room/events.ts'

export type Task = {
  readonly id: string
  readonly meetingId: string
  readonly ticketId: string | null
  readonly what: string
  readonly ownerId: string
  readonly due: string
  readonly givenBy: string
  readonly givenAt: Instant
  readonly done: null | { readonly at: Instant; readonly by: string; readonly dropped: boolean }
}

export type Decided = {
  readonly id: string
  readonly meetingId: string
  readonly ticketId: string | null
  readonly kind: DecisionKind
  readonly what: string
  readonly by: string
  readonly at: Instant
  readonly present: readonly string[]
  readonly quorum: boolean
  readonly carriedOut: null | { readonly at: Instant; readonly by: string }
}

export async function insertTask(tx: Tx, task: Omit<Task, 'done'>): Promise<void> {
  await tx.db
    .insertInto('bridge_tasks')
    .values({
      ...{ org_id: tx.orgId, id: task.id, meeting_id: task.meetingId, ticket_id: task.ticketId, what: task.what },
      ...{ owner_id: task.ownerId, due: task.due, given_by: task.givenBy, given_at: task.givenAt },
    })
    .execute()
}

const tasks = (tx: Tx) =>
  tx.db.selectFrom('bridge_tasks').selectAll().where('org_id', '=', tx.orgId).orderBy('due').orderBy('id')

async function tasksFrom(query: ReturnType<typeof tasks>): Promise<readonly Task[]> {
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ id: row.id, meetingId: row.meeting_id, ticketId: row.ticket_id, what: row.what ?? '', due: row.due },
    ...{ ownerId: row.owner_id, givenBy: row.given_by, givenAt: row.given_at },
    done:
      row.done_at !== null && row.done_by !== null
        ? { at: row.done_at, by: row.done_by, dropped: row.dropped }
        : null,
  }))
}

export async function tasksOf(tx: Tx, meetingId: string): Promise<readonly Task[]> {
  return tasksFrom(tasks(tx).where('meeting_id', '=', meetingId))
}

/** Tasks that are not done yet, of all meetings or of one owner; the first due first. */
export async function openTasks(tx: Tx, ownerId: string | null = null): Promise<readonly Task[]> {
  const open = tasks(tx).where('done_at', 'is', null).limit(500)
  return tasksFrom(ownerId === null ? open : open.where('owner_id', '=', ownerId))
}

export async function findTask(tx: Tx, id: string): Promise<Task | null> {
  return (await tasksFrom(tasks(tx).where('id', '=', id)))[0] ?? null
}

/** False where it was done already. */
export async function endTask(tx: Tx, id: string, by: string, dropped: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_tasks')
    .set({ done_at: tx.now, done_by: by, dropped })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function insertDecision(tx: Tx, decided: Omit<Decided, 'carriedOut'>): Promise<void> {
  const { id, meetingId, ticketId, kind, what, by, at, present, quorum } = decided
  await tx.db
    .insertInto('bridge_decisions')
    .values({
      ...{ org_id: tx.orgId, id, meeting_id: meetingId, ticket_id: ticketId, kind, what, quorum },
      ...{ decided_by: by, decided_at: at, present: [...present] },
    })
    .execute()
}

const decisions = (tx: Tx) =>
  tx.db.selectFrom('bridge_decisions').selectAll().where('org_id', '=', tx.orgId).orderBy('id')

async function decisionsFrom(query: ReturnType<typeof decisions>): Promise<readonly Decided[]> {
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ id: row.id, meetingId: row.meeting_id, ticketId: row.ticket_id, kind: row.kind, what: row.what ?? '' },
    ...{ by: row.decided_by, at: row.decided_at, present: row.present, quorum: row.quorum },
    carriedOut:
      row.carried_out_at !== null && row.carried_out_by !== null
        ? { at: row.carried_out_at, by: row.carried_out_by }
        : null,
  }))
}

export async function decisionsOf(tx: Tx, meetingId: string): Promise<readonly Decided[]> {
  return decisionsFrom(decisions(tx).where('meeting_id', '=', meetingId))
}

/** Decisions that ask for something which has not been done yet; the oldest first. */
export async function openDecisions(tx: Tx, kind: DecisionKind | null = null): Promise<readonly Decided[]> {
  const open = decisions(tx).where('carried_out_at', 'is', null).where('kind', '<>', 'other').limit(500)
  return decisionsFrom(kind === null ? open : open.where('kind', '=', kind))
}

export async function findDecision(tx: Tx, id: string): Promise<Decided | null> {
  return (await decisionsFrom(decisions(tx).where('id', '=', id)))[0] ?? null
}

/** False where somebody has done so already. */
export async function endDecision(tx: Tx, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('bridge_decisions')
    .set({ carried_out_at: tx.now, carried_out_by: by })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('carried_out_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
