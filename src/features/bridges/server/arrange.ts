import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { agendaRoutes } from '../contract/agenda.ts'
import { usualMinutes } from '../domain/agenda.ts'
import type { AgendaItem, Meeting } from '../domain/meeting.ts'
import { moved } from '../domain/refresh.ts'
import { mayAdd, mayArrange, type Verdict } from '../domain/rights.ts'
import { bringToBridge } from './bring.ts'
import { readQueue } from './queue.ts'
import { refreshAgenda } from './refresh-agendas.ts'
import { agendaOf, deleteItems, insertItems, saveItem } from './store/agenda.ts'
import { findMeeting } from './store/meetings.ts'
import { tellPages } from './tell-pages.ts'

type Added = z.output<(typeof agendaRoutes)['POST /api/v1/bridges/meetings/:id/agenda']['body']>
type Change = z.output<(typeof agendaRoutes)['PATCH /api/v1/bridges/meetings/:id/agenda/:itemId']['body']>

/** More than anybody talks about in a meeting. */
const mostItems = 100

/** Adds a ticket or a text at the end of the agenda, before and during the meeting. */
export async function addItem(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  added: Added & { readonly reason: (meeting: Meeting) => string },
): Promise<void> {
  const meeting = await meetingFor(tx, meetingId, (one) => mayAdd(actor, one))
  const agenda = await agendaOf(tx, meetingId)
  if (agenda.length >= mostItems) throw new Refused({ code: 'agenda-full' })
  const { ticketId = null, text = null } = added
  if (ticketId !== null) {
    const there = agenda.find((item) => item.ticketId === ticketId)
    if (there && there.state !== 'parked') throw new Refused({ code: 'already-on-agenda' })
    await bringToBridge(tx, actor, ticketId, added.reason(meeting))
    if (there) return saved(tx, meetingId, { ...there, state: 'waiting', arranged: true })
  }
  const kind = ticketId === null ? 'own' : 'brought'
  await insertItems(tx, meetingId, [
    {
      id: newId(),
      ticketId,
      followsId: null,
      text,
      kind,
      why: ticketId === null ? {} : { by: 'person', bounces: 0 },
      position: agenda.length,
      arranged: true,
      minutes: added.minutes ?? usualMinutes[kind],
      state: 'waiting',
      startedAt: null,
      spentSeconds: 0,
      outcome: null,
      addedBy: actor.personId,
    },
  ])
  await tellPages(tx, meetingId)
}

export async function changeItem(
  tx: Tx,
  actor: PersonActor,
  place: { readonly id: string; readonly itemId: string },
  { position, minutes, state, text }: Change,
): Promise<void> {
  await meetingFor(tx, place.id, (meeting) => mayArrange(actor, meeting))
  const agenda = await agendaOf(tx, place.id)
  const item = itemIn(agenda, place.itemId)
  if (state !== undefined && item.state !== 'waiting' && item.state !== 'parked')
    throw new Refused({ code: 'item-not-waiting' })
  if (text !== undefined && item.kind !== 'own') throw new Refused({ code: 'item-not-yours' })
  const changed: AgendaItem = {
    ...item,
    ...(minutes === undefined ? {} : { minutes, arranged: true }),
    ...(state === undefined ? {} : { state, arranged: true }),
    ...(text === undefined ? {} : { text }),
  }
  const before = agenda.map((one) => (one.id === item.id ? changed : one))
  const after = position === undefined ? before : moved(before, item.id, position)
  for (const one of after) if (!agenda.includes(one)) await saveItem(tx, one)
  await tellPages(tx, place.id)
}

/** Whoever added something may take it off again, and so may who arranges. */
export async function removeItem(
  tx: Tx,
  actor: PersonActor,
  { id, itemId }: { readonly id: string; readonly itemId: string },
): Promise<void> {
  const meeting = await meetingFor(tx, id, (one) => mayAdd(actor, one))
  const item = itemIn(await agendaOf(tx, id), itemId)
  const own = item.addedBy === actor.personId
  if (item.addedBy === null || (!own && mayArrange(actor, meeting))) throw new Refused({ code: 'item-not-yours' })
  if (item.state !== 'waiting' && item.state !== 'parked') throw new Refused({ code: 'item-not-waiting' })
  await deleteItems(tx, [itemId])
  await tellPages(tx, id)
}

export async function refreshNow(tx: Tx, actor: PersonActor, id: string): Promise<void> {
  const meeting = await meetingFor(tx, id, (one) => mayAdd(actor, one))
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  if (meeting.state === 'planned') await refreshAgenda(tx, plan, await readQueue(tx), id)
}

/** The meeting with its lock, or why not. */
export async function meetingFor(tx: Tx, id: string, judge: (meeting: Meeting) => Verdict): Promise<Meeting> {
  const meeting = await findMeeting(tx, id, { lock: true })
  if (!meeting) throw new NotFound('meeting')
  const not = judge(meeting)
  if (not) throw new Refused(not)
  return meeting
}

async function saved(tx: Tx, meetingId: string, item: AgendaItem): Promise<void> {
  await saveItem(tx, item)
  await tellPages(tx, meetingId)
}

function itemIn(agenda: readonly AgendaItem[], id: string): AgendaItem {
  const item = agenda.find((one) => one.id === id)
  if (!item) throw new NotFound('agenda item')
  return item
}
