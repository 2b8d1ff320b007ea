import type { z } from 'zod'
import { type PersonActor, certificationFor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { DeskCounts, TicketList, TicketListQuery, TicketRow } from '../contract/list.ts'
import { deskGroups } from '../domain/desk-views.ts'
import type { DutyKind } from '../domain/duties.ts'
import type { TargetName } from '../domain/ticket.ts'
import { isStaff } from './staff.ts'
import {
  countEach,
  countedAtMost,
  countTickets,
  cursorOf,
  dutiesOn,
  type ListedDuty,
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
  const [rows, count] = await Promise.all([listTickets(tx, viewer, query), countTickets(tx, viewer, query)])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const duties = await dutiesOn(
    tx,
    viewer,
    page.map((row) => row.id),
  )
  return {
    tickets: page.map((row) =>
      rowOf(
        row,
        viewer.staff ? tx.now : null,
        duties.filter((duty) => duty.ticket_id === row.id),
      ),
    ),
    next: rows.length > query.limit && last ? cursorOf(last, query.sort) : null,
    total: { count, more: count === countedAtMost },
  }
}

/** Each view by the filter that its list is opened with, so that count and list agree. */
export async function deskCounts(tx: Tx, actor: PersonActor): Promise<z.input<typeof DeskCounts>> {
  const viewer = await viewerOf(tx, actor)
  const plan = (await publishedPlan(tx))?.document
  const levels = plan ? plan.teams.tiers.map((tier) => tier.level) : []
  const views = deskGroups(levels, plan?.process.contactTier ?? 1).flatMap((group) => group.views)
  const filters = Object.fromEntries(views.map(({ key, filter }) => [key, filter]))
  return { views: { ...(await countEach(tx, viewer, filters)) }, atMost: countedAtMost }
}

async function viewerOf(tx: Tx, actor: PersonActor): Promise<Viewer> {
  const plan = (await publishedPlan(tx))?.document
  const tiers = (plan?.teams.tiers ?? [])
    .filter((tier) => actor.teams.includes(tier.team) && certificationFor(actor, tier.level, tx.now))
    .map((tier) => tier.level)
  return { personId: actor.personId, staff: isStaff(actor.roles), tiers }
}

/** `now` null: for a requester, to whom targets and duties are nothing. */
function rowOf(row: ListedTicket, now: Instant | null, duties: readonly ListedDuty[]): z.input<typeof TicketRow> {
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
    ...(now ? dueOf(row) : noDue),
    missed: now !== null && row.due_at !== null && row.due_at <= now,
    myDuties: duties.map((duty) => ({
      kind: duty.kind as DutyKind,
      tier: duty.tier,
      ...dueOf(duty),
    })),
  }
}

const noDue = { dueAt: null, dueTarget: null, dueTier: null }

function dueOf(row: Pick<ListedDuty, 'due_at' | 'due_target' | 'due_tier'>) {
  return { dueAt: row.due_at, dueTarget: row.due_target as TargetName | null, dueTier: row.due_tier }
}
