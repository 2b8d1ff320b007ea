import { z } from 'zod'
import { AgendaItemView, Id, May, MeetingView, staff, workers } from './answers.ts'

const one = z.object({ id: Id })
const item = z.object({ id: Id, itemId: Id })
const Agenda = z.strictObject({ agenda: z.array(AgendaItemView) })

export const agendaRoutes = {
  'POST /api/v1/bridges/meetings/:id/agenda': {
    access: workers,
    status: 201,
    summary: 'Adds a ticket, or something else to talk about',
    params: one,
    body: z
      .strictObject({
        ticketId: Id.optional(),
        text: z.string().trim().min(1).max(500).optional(),
        minutes: z.int().min(1).max(240).optional(),
      })
      .refine(({ ticketId, text }) => (ticketId === undefined) !== (text === undefined), {
        error: 'ticket-or-text',
        path: ['text'],
      }),
    answer: Agenda,
  },
  'PATCH /api/v1/bridges/meetings/:id/agenda/:itemId': {
    access: workers,
    summary: 'Gives an item another place, time box or text, parks it, or takes it back from there',
    params: item,
    body: z
      .strictObject({
        /** Its place among all items, from 0. */
        position: z.int().min(0).max(500),
        minutes: z.int().min(1).max(240),
        state: z.enum(['waiting', 'parked']),
        text: z.string().trim().min(1).max(500),
      })
      .partial(),
    answer: Agenda,
  },
  'DELETE /api/v1/bridges/meetings/:id/agenda/:itemId': {
    access: workers,
    summary: 'Takes off what somebody added; what the queue put there can be parked',
    params: item,
    answer: Agenda,
  },
  'POST /api/v1/bridges/meetings/:id/agenda/refresh': {
    access: workers,
    summary: 'Looks at the queue now, and not only every few minutes',
    params: one,
    answer: Agenda,
  },
  'GET /api/v1/bridges/tickets/:ticketId': {
    access: staff,
    summary: 'On which agendas a ticket is, and the meeting it could be added to',
    params: z.object({ ticketId: Id }),
    answer: z.strictObject({
      on: z.array(MeetingView),
      next: MeetingView.nullable(),
      mayAdd: May,
    }),
  },
} as const
