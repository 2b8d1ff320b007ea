import type { z } from 'zod'
import { type PersonActor, certificationFor } from '#features/people/domain/actor.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeskCounts, TicketFilter, TicketList, TicketListQuery, TicketRow } from '../contract/list.ts'
import { isStaff } from './staff.ts'
import {
  countedAtMost,
  countTickets,
  cursorOf,
  type ListedTicket,
  listTickets,
  type Viewer,
} from './store/ticket-list.ts'

export async function listPage(
  tx: Tx,
  actor: PersonActor,
  query: TicketListQuery,
): Promise<z.input<typeof TicketList>> {
  const viewer = await viewerOf(tx, actor)
  const rows = await listTickets(tx, viewer, query)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const count = await countTickets(tx, viewer, query)
  return {
    tickets: page.map(rowOf),
    next: rows.length > query.limit && last ? cursorOf(last, query.sort) : null,
    total: { count, more: count === countedAtMost },
  }
}

/** The counts use the same filters as the lists that they open, so that they agree. */
export async function deskCounts(tx: Tx, actor: PersonActor): Promise<z.input<typeof DeskCounts>> {
  const viewer = await viewerOf(tx, actor)
  const published = await publishedPlan(tx)
  const levels = published ? published.document.teams.tiers.map((tier) => tier.level) : []
  const count = (filter: Partial<TicketFilter>) => countTickets(tx, viewer, { state: 'open', ...filter })
  const tiers = []
  for (const tier of levels) {
    tiers.push({
      tier,
      open: await count({ tier }),
      unassigned: await count({ tier, assignee: 'none' }),
      offered: await count({ duty: 'accept', dutyTier: tier }),
      takeNote: await count({ duty: 'take-note', dutyTier: tier }),
      contact: await count({ duty: 'contact', dutyTier: tier }),
    })
  }
  return {
    mine: await count({ mine: 'assigned' }),
    toDo: await count({ mine: 'to-do' }),
    following: await count({ mine: 'following' }),
    requested: await count({ mine: 'requested' }),
    tiers,
    confirming: await count({ stage: 'confirming' }),
    waiting: await count({ waiting: 'any' }),
  }
}

async function viewerOf(tx: Tx, actor: PersonActor): Promise<Viewer> {
  const plan = (await publishedPlan(tx))?.document
  const tiers = (plan?.teams.tiers ?? [])
    .filter((tier) => actor.teams.includes(tier.team) && certificationFor(actor, tier.level, tx.now))
    .map((tier) => tier.level)
  return { personId: actor.personId, staff: isStaff(actor.roles), tiers }
}

function rowOf(row: ListedTicket): z.input<typeof TicketRow> {
  const { requester_name, requester_email, assignee_id, assignee_name, assignee_email } = row
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    subject: row.subject,
    kind: row.kind as TicketRow['kind'],
    stage: row.stage as TicketRow['stage'],
    tier: row.tier,
    offeredTo: row.offered_to,
    waiting: row.waiting as TicketRow['waiting'],
    requester: { id: row.requester_id, name: requester_name, email: requester_email },
    assignee: assignee_id ? { id: assignee_id, name: assignee_name ?? '', email: assignee_email } : null,
    priority: row.priority as TicketRow['priority'],
    category: row.category,
    platform: row.platform as TicketRow['platform'],
    phase: row.phase,
    wave: row.wave,
    onBridge: row.on_bridge,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    closedAt: row.closed_at,
    dueAt: row.due_at,
    dueTarget: row.due_target,
  }
}
