import { z } from 'zod'
import { MoveRequest } from '#features/tickets/contract/moves.ts'
import { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import { decisionKinds, itemOutcomes } from '../domain/room/events.ts'
import { AgendaItemView, At, Day, Id, MeetingView, PersonName, staff, Text } from './answers.ts'

/** Who works on support and does not only look on. */
export const workers = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator'] as const

/** A thousand people of one office look on from behind one address. */
export const crowd = { max: 60_000, seconds: 60 } as const

const one = z.object({ id: Id })
const QuorumPart = z.strictObject({ tier: z.int(), people: z.int() })
const Reason = z.string().trim().min(1).max(1000)

export const TaskView = z
  .strictObject({
    id: Id,
    meetingId: Id,
    ticket: z.strictObject({ id: Id, number: z.int(), subject: z.string() }).nullable(),
    what: z.string(),
    owner: PersonName,
    due: Day,
    givenAt: At,
    done: z.strictObject({ at: At, by: PersonName, dropped: z.boolean() }).nullable(),
  })
  .meta({ id: 'BridgeTask' })
export type TaskView = z.infer<typeof TaskView>

export const DecisionView = z
  .strictObject({
    id: Id,
    meetingId: Id,
    ticket: z.strictObject({ id: Id, number: z.int(), subject: z.string() }).nullable(),
    kind: z.enum(decisionKinds),
    what: z.string(),
    by: PersonName,
    at: At,
    present: z.int(),
    quorum: z.boolean(),
    carriedOut: z.strictObject({ at: At, by: PersonName }).nullable(),
  })
  .meta({ id: 'BridgeDecision' })
export type DecisionView = z.infer<typeof DecisionView>

const RoomEventView = z.strictObject({
  number: z.int(),
  at: At,
  by: PersonName.nullable(),
  ticketId: Id.nullable(),
  type: z.string(),
  facts: z.record(z.string(), z.unknown()),
  words: z.string().nullable(),
})
export type RoomEventView = z.infer<typeof RoomEventView>

/** The room as everybody in it and everybody who looks on sees it: nothing in it depends on who asks. */
export const RoomView = z
  .strictObject({
    meeting: MeetingView,
    /** Differs whenever anything else here does. */
    version: z.string(),
    /** Per tier: how many the bridge needs, and who of those present counts for it. */
    tiers: z.array(
      z.strictObject({ tier: z.int(), name: Text.nullable(), needed: z.int(), personIds: z.array(Id) }),
    ),
    present: z.array(z.strictObject({ ...PersonName.shape, tiers: z.array(z.int()), since: At })),
    /** What lacks for quorum; empty: it holds. */
    lacks: z.array(QuorumPart),
    waived: z.strictObject({ by: PersonName, at: At, reason: z.string(), lacks: z.array(QuorumPart) }).nullable(),
    mayDecide: z.boolean(),
    agenda: z.array(AgendaItemView),
    /** The last of what happened, in order. */
    events: z.array(RoomEventView),
    tasks: z.array(TaskView),
    decisions: z.array(DecisionView),
    minutes: z.strictObject({ version: z.int(), sentAt: At.nullable() }).nullable(),
  })
  .meta({ id: 'BridgeRoom' })
export type RoomView = z.infer<typeof RoomView>

export const roomRoutes = {
  'GET /api/v1/bridges/meetings/:id/room': {
    access: staff,
    summary: 'The room of a meeting: who is there, what is on the table, what happened',
    params: one,
    answer: RoomView,
    rate: crowd,
  },
  'PUT /api/v1/bridges/meetings/:id/presence': {
    access: workers,
    summary: 'Joins the meeting, and says every 20 seconds that one is still there',
    params: one,
    rate: crowd,
    unkeyed: true,
  },
  'DELETE /api/v1/bridges/meetings/:id/presence': {
    access: workers,
    summary: 'Leaves the meeting',
    params: one,
    unkeyed: true,
  },
  'POST /api/v1/bridges/meetings/:id/begin': {
    access: workers,
    summary: 'Begins the meeting; who begins it hosts it unless it has a host',
    params: one,
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/end': {
    access: workers,
    summary: 'Ends the meeting; what was not discussed moves on to the next one',
    params: one,
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/table': {
    access: workers,
    summary: 'Closes the item on the table, and puts another on it',
    params: one,
    body: z.strictObject({
      /** How the item on the table ends; left out where there is none. */
      outcome: z.enum(itemOutcomes).optional(),
      /** The item that comes on the table; null: none. */
      next: Id.nullable(),
    }),
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/role': {
    access: workers,
    summary: 'Becomes host or scribe of the meeting',
    params: one,
    body: z.strictObject({ role: z.enum(['host', 'scribe']) }),
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/without-quorum': {
    access: workers,
    summary: 'The host lets the bridge decide although people lack, and says why',
    params: one,
    body: z.strictObject({ reason: Reason }),
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/tickets/:ticketId/moves': {
    access: workers,
    summary: 'Makes a move on a ticket of the agenda; whoever is there takes note of a diagnosis',
    params: z.object({ id: Id, ticketId: Id }),
    body: MoveRequest,
    answer: DeskTicket,
  },
  'POST /api/v1/bridges/meetings/:id/tasks': {
    access: workers,
    summary: 'Gives somebody something to do',
    params: one,
    body: z.strictObject({
      what: z.string().trim().min(1).max(500),
      ownerId: Id,
      due: Day,
      ticketId: Id.nullable().default(null),
    }),
    answer: RoomView,
  },
  'POST /api/v1/bridges/meetings/:id/decisions': {
    access: workers,
    summary: 'Records what the bridge decided; takes quorum',
    params: one,
    body: z.strictObject({
      kind: z.enum(decisionKinds),
      what: z.string().trim().min(1).max(2000),
      ticketId: Id.nullable().default(null),
    }),
    answer: RoomView,
  },
  'GET /api/v1/bridges/tasks': {
    access: staff,
    summary: 'What bridges gave people to do and is not done yet, the first due first',
    query: z.object({ mine: z.stringbool().default(false) }),
    answer: z.object({ tasks: z.array(TaskView) }),
  },
  'POST /api/v1/bridges/tasks/:id/done': {
    access: workers,
    summary: 'Says that a task is done, or not needed any more',
    params: one,
    body: z.strictObject({ dropped: z.boolean().default(false) }),
    answer: TaskView,
  },
  'GET /api/v1/bridges/decisions': {
    access: staff,
    summary: 'Decisions of bridges that have yet to be carried out, the oldest first',
    query: z.object({ kind: z.enum(decisionKinds).optional() }),
    answer: z.object({ decisions: z.array(DecisionView) }),
  },
  'POST /api/v1/bridges/decisions/:id/carried-out': {
    access: workers,
    summary: 'Says that a decision has been carried out: the plan changed, the known issue written, the move made',
    params: one,
    answer: DecisionView,
  },
} as const
