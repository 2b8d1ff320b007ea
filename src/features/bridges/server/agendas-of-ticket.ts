import type { z } from 'zod'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { addDays } from '#features/plan/domain/days.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { agendaRoutes } from '../contract/agenda.ts'
import { mayAdd, mayCall } from '../domain/rights.ts'
import { endOf } from '../domain/schedule.ts'
import { comingWith } from './store/agenda.ts'
import { openMeetings } from './store/meetings.ts'
import { meetingViewOf, meetingViews } from './views.ts'

type Answer = z.input<(typeof agendaRoutes)['GET /api/v1/bridges/tickets/:ticketId']['answer']>

/** On which agendas a ticket is, by itself or as one of a burst, and the next meeting that it could be added to. */
export async function agendasOfTicket(tx: Tx, actor: PersonActor, ticketId: string): Promise<Answer> {
  const { number, ticket } = await readTicket(tx, actor, ticketId)
  const until = `${addDays(tx.now.slice(0, 10), 60)}T00:00:00.000Z`
  const [there, open] = await Promise.all([comingWith(tx, { ticketId, number }), openMeetings(tx, until)])
  const on = open.filter(
    ({ id, state, ...meeting }) => there.has(id) && (state === 'running' || endOf(meeting) > tx.now),
  )
  const next = open.find(
    (meeting) => !there.has(meeting.id) && (meeting.state === 'running' || endOf(meeting) > tx.now),
  )
  const may = next ? mayAdd(actor, next) : mayCall(actor)
  return {
    on: [...(await meetingViews(tx, on))],
    next: next ? await meetingViewOf(tx, next) : null,
    mayAdd: { refusal: ticket.stage.name === 'closed' ? { code: 'ticket-closed' } : may },
  }
}
