import type { z } from 'zod'
import { personsByIds } from '#features/people/server/actions.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { ticketsNamed } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { DecisionView, RoomView, TaskView } from '../../contract/room.ts'
import { presentAt } from '../../domain/room/presence.ts'
import { lacking, mayDecide, representation } from '../../domain/room/quorum.ts'
import { agendaOf } from '../store/agenda.ts'
import { type Decided, decisionsOf, type Task, tasksOf } from '../store/decided.ts'
import { findMeeting } from '../store/meetings.ts'
import { minutesOf } from '../store/minutes.ts'
import { eventsOf, findRoom, presences, versionsOf } from '../store/room.ts'
import { itemViews, meetingViewOf } from '../views.ts'

type View = z.input<typeof RoomView>
type Kept = { readonly version: string; readonly at: number; readonly view: Promise<View> }

/** So many events of a meeting are shown: the last ones. */
const mostEvents = 200
/** What others do to tickets on the agenda shows after so long at the latest. */
const freshMs = 5_000
const mostKept = 100
const kept = new Map<string, Kept>()

/** The room as everybody sees it. A thousand who look on at once cost one look at the database, and a question for its version each. */
export async function sharedRoomView(tx: Tx, meetingId: string): Promise<View> {
  const version = await versionsOf(tx, meetingId)
  if (version === null) throw new NotFound('meeting')
  const key = `${tx.orgId} ${meetingId}`
  const known = kept.get(key)
  if (known?.version === version && Date.parse(tx.now) - known.at < freshMs) return known.view
  const view = roomView(tx, meetingId)
  kept.delete(key)
  kept.set(key, { version, at: Date.parse(tx.now), view })
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  view.catch(() => kept.delete(key))
  return view
}

/** The room as this transaction sees it: what it has not committed yet is for nobody else. */
export async function roomView(tx: Tx, meetingId: string): Promise<View> {
  const meeting = await findMeeting(tx, meetingId, { lock: false })
  const version = await versionsOf(tx, meetingId)
  if (!meeting || version === null) throw new NotFound('meeting')
  const [room, came, agenda, events, tasks, decisions, minutes, { document: plan }] = await Promise.all([
    findRoom(tx, meetingId),
    presences(tx, meetingId),
    agendaOf(tx, meetingId),
    eventsOf(tx, meetingId, mostEvents),
    tasksOf(tx, meetingId),
    decisionsOf(tx, meetingId),
    minutesOf(tx, meetingId),
    planVersion(tx, meeting.planVersionId),
  ])
  const present = presentAt(came, tx.now)
  const lacks = lacking(meeting.quorum, present)
  const ids = [...came, ...events].flatMap(({ personId }) => personId ?? [])
  const [people, meetingShown, items, shownTasks, shownDecisions] = await Promise.all([
    personsByIds(tx, [...ids, ...(room.waived ? [room.waived.by] : [])]),
    meetingViewOf(tx, meeting),
    itemViews(tx, agenda),
    taskViews(tx, tasks),
    decisionViews(tx, decisions),
  ])
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' })
  const last = minutes.at(-1)
  return {
    meeting: meetingShown,
    version,
    tiers: representation(meeting.quorum, present).map(({ tier, needed, personIds }) => ({
      ...{ tier, needed, personIds: [...personIds], name: tierOf(plan, tier)?.name ?? null },
    })),
    present: present.map(({ personId, tiers, joinedAt }) => ({
      ...named(personId),
      ...{ tiers: [...tiers], since: joinedAt },
    })),
    lacks: [...lacks],
    waived: room.waived && {
      ...{ by: named(room.waived.by), at: room.waived.at, reason: room.waived.reason },
      lacks: [...room.waived.lacks],
    },
    mayDecide: mayDecide(lacks, room.waived?.lacks ?? null),
    agenda: items,
    events: events.map(({ number, at, personId, ticketId, fact: { type, ...facts }, words }) => ({
      ...{ number, at, ticketId, type, facts, words, by: personId === null ? null : named(personId) },
    })),
    tasks: shownTasks,
    decisions: shownDecisions,
    minutes: last ? { version: last.version, sentAt: last.sent?.at ?? null } : null,
  }
}

export async function taskViews(tx: Tx, tasks: readonly Task[]): Promise<z.input<typeof TaskView>[]> {
  const [people, tickets] = await Promise.all([
    personsByIds(
      tx,
      tasks.flatMap(({ ownerId, done }) => [ownerId, ...(done ? [done.by] : [])]),
    ),
    ticketRefs(tx, tasks),
  ])
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' })
  return tasks.map(({ id, meetingId, ticketId, what, ownerId, due, givenAt, done }) => ({
    ...{ id, meetingId, what, due, givenAt, owner: named(ownerId), ticket: tickets(ticketId) },
    done: done && { at: done.at, by: named(done.by), dropped: done.dropped },
  }))
}

export async function decisionViews(
  tx: Tx,
  decisions: readonly Decided[],
): Promise<z.input<typeof DecisionView>[]> {
  const [people, tickets] = await Promise.all([
    personsByIds(
      tx,
      decisions.flatMap(({ by, carriedOut }) => [by, ...(carriedOut ? [carriedOut.by] : [])]),
    ),
    ticketRefs(tx, decisions),
  ])
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' })
  return decisions.map(({ id, meetingId, ticketId, kind, what, by, at, present, quorum, carriedOut }) => ({
    ...{
      id,
      meetingId,
      kind,
      what,
      at,
      quorum,
      by: named(by),
      present: present.length,
      ticket: tickets(ticketId),
    },
    carriedOut: carriedOut && { at: carriedOut.at, by: named(carriedOut.by) },
  }))
}

async function ticketRefs(tx: Tx, all: readonly { readonly ticketId: string | null }[]) {
  const tickets = await ticketsNamed(
    tx,
    all.flatMap(({ ticketId }) => ticketId ?? []),
  )
  return (id: string | null) => {
    const ticket = id === null ? undefined : tickets.get(id)
    return ticket ? { id: ticket.id, number: ticket.number, subject: ticket.subject } : null
  }
}
