import { ticketsNamed } from '#features/tickets/server/actions.ts'
import { addDays } from '#features/plan/domain/days.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AgendaItem, Meeting } from '../domain/meeting.ts'
import { endOf } from '../domain/schedule.ts'
import { agendaOf, insertItems, saveItem } from './store/agenda.ts'
import { findMeeting, openMeetings } from './store/meetings.ts'
import { tellPages } from './tell-pages.ts'

/**
 * What was not dealt with when a meeting is over: what people put there or parked goes to the next standing meeting, that of the same bridge
 * first; what the queue put there comes back by itself, as long as there is a reason. Lock the meeting first.
 */
export async function carryOver(tx: Tx, meeting: Meeting): Promise<void> {
  const left = (await agendaOf(tx, meeting.id)).filter(({ state }) => state !== 'done' && state !== 'moved-on')
  const next = await nextStanding(tx, meeting)
  for (const item of left) await saveItem(tx, { ...item, state: 'moved-on', startedAt: null })
  if (!next) return
  const there = await agendaOf(tx, next.id)
  const open = await ticketsNamed(
    tx,
    left.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const known = new Set(there.flatMap(({ ticketId, followsId }) => ticketId ?? followsId ?? []))
  const taken = left.filter(
    (item) =>
      (item.addedBy !== null || item.state === 'parked') &&
      item.followsId === null &&
      (item.ticketId === null || (!known.has(item.ticketId) && open.get(item.ticketId)?.stage !== 'closed')),
  )
  await insertItems(
    tx,
    next.id,
    taken.map((item, index) => anew(item, there.length + index)),
  )
  if (taken.length > 0) await tellPages(tx, next.id)
}

async function nextStanding(tx: Tx, { id, standing, startsAt }: Meeting): Promise<Meeting | null> {
  const until = `${addDays(tx.now.slice(0, 10), 15)}T00:00:00.000Z`
  const coming = (await openMeetings(tx, until)).filter(
    (one) =>
      one.id !== id &&
      one.standing !== null &&
      one.state === 'planned' &&
      one.startsAt > startsAt &&
      endOf(one) > tx.now,
  )
  const next = coming.find((one) => one.standing?.bridge === standing?.bridge) ?? coming[0]
  return next ? findMeeting(tx, next.id, { lock: true }) : null
}

function anew(item: AgendaItem, position: number): AgendaItem {
  return {
    ...item,
    id: newId(),
    position,
    state: 'waiting',
    arranged: true,
    startedAt: null,
    spentSeconds: 0,
    outcome: null,
  }
}
