import { addDays } from '#features/plan/domain/days.ts'
import { type PlanInForce, publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { agendaFrom } from '../domain/agenda.ts'
import type { AgendaItem, Meeting } from '../domain/meeting.ts'
import { type NewItem, refreshed } from '../domain/refresh.ts'
import { dayOf, endOf } from '../domain/schedule.ts'
import { agendaFacts, type Queue, readQueue } from './queue.ts'
import { agendaOf, deleteItems, insertItems, saveItem } from './store/agenda.ts'
import { findMeeting, lastHeldBefore, openMeetings } from './store/meetings.ts'
import { tellPages } from './tell-pages.ts'

/** Without an earlier meeting, news is what came in within so many days. */
const newsDays = 7

/** Brings the agenda of the next meeting of every standing bridge up to date with the queue. */
export async function refreshAgendas(tx: Tx): Promise<void> {
  const plan = await publishedPlan(tx)
  if (!plan) return
  const until = `${addDays(tx.now.slice(0, 10), 15)}T00:00:00.000Z`
  const next = nextOfEach(await openMeetings(tx, until), tx.now)
  if (next.length === 0) return
  const queue = await readQueue(tx)
  for (const { id } of next) await refreshAgenda(tx, plan, queue, id)
}

/** The next meeting of each standing bridge that has not begun and is not over. */
export function nextOfEach(open: readonly Meeting[], now: string): readonly Meeting[] {
  const next = new Map<string, Meeting>()
  for (const meeting of open) {
    const bridge = meeting.standing?.bridge
    if (bridge === undefined || meeting.state !== 'planned' || endOf(meeting) <= now) continue
    if (!next.has(bridge)) next.set(bridge, meeting)
  }
  return [...next.values()]
}

/** One agenda; nothing once the meeting has begun: from then on it is the people's. */
export async function refreshAgenda(tx: Tx, plan: PlanInForce, queue: Queue, meetingId: string): Promise<void> {
  const meeting = await findMeeting(tx, meetingId, { lock: true })
  if (!meeting || meeting.state !== 'planned' || !meeting.standing) return
  const held = await lastHeldBefore(tx, meeting.startsAt)
  const lastHeldAt = held ?? new Date(Date.parse(meeting.startsAt) - newsDays * 86_400_000).toISOString()
  const day = dayOf(meeting.startsAt, meeting.timeZone)
  const facts = await agendaFacts(tx, plan, queue, { startsAt: meeting.startsAt, lastHeldAt, day })
  const { add, change, remove } = refreshed(await agendaOf(tx, meetingId), agendaFrom(facts))
  await deleteItems(tx, remove)
  for (const item of change) await saveItem(tx, item)
  await insertItems(
    tx,
    meetingId,
    add.map((one) => itemFrom(one)),
  )
  if (add.length + change.length + remove.length > 0) await tellPages(tx, meetingId)
}

function itemFrom(wanted: NewItem): AgendaItem {
  return {
    ...wanted,
    id: newId(),
    text: null,
    arranged: false,
    state: 'waiting',
    startedAt: null,
    spentSeconds: 0,
    outcome: null,
    addedBy: null,
  }
}
