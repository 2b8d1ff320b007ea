import { type Selectable, sql } from 'kysely'
import type { BridgeAgendaItemsTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AgendaItem, Why } from '../../domain/meeting.ts'

function itemFrom(row: Selectable<BridgeAgendaItemsTable>): AgendaItem {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    followsId: row.follows_id,
    text: row.text,
    kind: row.kind,
    why: row.why as Why,
    position: row.position,
    arranged: row.arranged,
    minutes: row.minutes,
    state: row.state,
    startedAt: row.started_at,
    spentSeconds: row.spent_seconds,
    outcome: row.outcome,
    addedBy: row.added_by,
  }
}

function rowFrom(item: AgendaItem) {
  return {
    ticket_id: item.ticketId,
    follows_id: item.followsId,
    text: item.text,
    kind: item.kind,
    why: JSON.stringify(item.why),
    position: item.position,
    arranged: item.arranged,
    minutes: item.minutes,
    state: item.state,
    started_at: item.startedAt,
    spent_seconds: item.spentSeconds,
    outcome: item.outcome,
    added_by: item.addedBy,
  }
}

const items = (tx: Tx) => tx.db.selectFrom('bridge_agenda_items').selectAll().where('org_id', '=', tx.orgId)

/** What is on the agenda of a meeting, in order. Lock the meeting before changing any of it. */
export async function agendaOf(tx: Tx, meetingId: string): Promise<readonly AgendaItem[]> {
  const rows = await items(tx).where('meeting_id', '=', meetingId).orderBy('position').orderBy('id').execute()
  return rows.map(itemFrom)
}

export async function insertItems(tx: Tx, meetingId: string, added: readonly AgendaItem[]): Promise<void> {
  if (added.length === 0) return
  await tx.db
    .insertInto('bridge_agenda_items')
    .values(
      added.map((item) => ({
        org_id: tx.orgId,
        id: item.id,
        meeting_id: meetingId,
        added_at: tx.now,
        ...rowFrom(item),
      })),
    )
    .execute()
}

export async function saveItem(tx: Tx, item: AgendaItem): Promise<void> {
  await tx.db
    .updateTable('bridge_agenda_items')
    .set(rowFrom(item))
    .where('org_id', '=', tx.orgId)
    .where('id', '=', item.id)
    .execute()
}

export async function deleteItems(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .deleteFrom('bridge_agenda_items')
    .where('org_id', '=', tx.orgId)
    .where('id', 'in', [...ids])
    .execute()
}

/** The planned and running meetings on whose agenda a ticket stands, by itself or as one of a burst. */
export async function comingWith(
  tx: Tx,
  { ticketId, number }: { readonly ticketId: string; readonly number: number },
): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('bridge_agenda_items as item')
    .innerJoin('bridge_meetings as meeting', (join) =>
      join.onRef('meeting.org_id', '=', 'item.org_id').onRef('meeting.id', '=', 'item.meeting_id'),
    )
    .select('meeting.id')
    .where('item.org_id', '=', tx.orgId)
    .where('meeting.state', 'in', ['planned', 'running'])
    .where('item.state', 'in', ['waiting', 'on-table', 'parked'])
    .where((eb) =>
      eb.or([
        eb('item.ticket_id', '=', ticketId),
        eb.and([eb('item.kind', '=', 'burst'), sql<boolean>`item.why -> 'tickets' ? ${String(number)}`]),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
