import { z } from 'zod'
import { At, Id } from '#features/tickets/contract/answers.ts'
import { burstKinds } from '../domain/burst.ts'
import { FoundCause, OtherTicket } from './similar.ts'

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const
/** Who decides what a burst is. */
const deciders = ['lead', 'plan-owner', 'administrator'] as const
/** Who may say that tickets have one cause. */
const workers = ['agent', 'lead'] as const
const one = z.object({ id: Id })
const Title = z.string().trim().min(1).max(200)

const Incident = z.object({ id: z.string(), title: z.string() })

const Burst = z.object({
  id: Id,
  kind: z.enum(burstKinds),
  values: z.record(z.string(), z.string()),
  expected: z.number(),
  beganAt: At,
  seenAt: At,
  tickets: z.array(z.object({ id: Id, number: z.int() })),
  /** Incidents at Microsoft that it may be, the likeliest first. */
  incidents: z.array(Incident),
})
export type BurstView = z.infer<typeof Burst>

const Cause = z.object({
  id: Id,
  title: z.string(),
  incident: z.string().nullable(),
  openedAt: At,
  openedBy: z.string(),
  closedAt: At.nullable(),
  /** How many tickets, and how many of them are still open. */
  tickets: z.int(),
  open: z.int(),
  /** The first of its tickets whose cause was found says it for all. */
  found: FoundCause.nullable(),
})
export type CauseView = z.infer<typeof Cause>

export const CauseDetail = Cause.extend({ members: z.array(OtherTicket) })
export type CauseDetail = z.infer<typeof CauseDetail>

export const CauseOverview = z.object({
  bursts: z.array(Burst),
  causes: z.array(Cause),
  mayDecide: z.boolean(),
})
export type CauseOverview = z.infer<typeof CauseOverview>

export const causeRoutes = {
  'GET /api/v1/triage/causes': {
    access: staff,
    summary:
      'Bursts that nobody has answered yet, and the causes that tickets share: open ones, and those closed lately',
    answer: CauseOverview,
  },
  'GET /api/v1/triage/causes/:id': {
    access: staff,
    summary: 'A cause with its tickets',
    params: one,
    answer: CauseDetail,
  },
  'POST /api/v1/triage/causes': {
    access: workers,
    status: 201,
    summary: 'Says that tickets have one cause: they are linked as such',
    body: z.strictObject({ title: Title, ticketIds: z.array(Id).min(1).max(500) }),
    answer: z.object({ id: Id, linked: z.int() }),
  },
  'POST /api/v1/triage/causes/:id/tickets': {
    access: workers,
    summary: 'Adds a ticket to a cause',
    params: one,
    body: z.strictObject({ ticketId: Id }),
    answer: z.object({ linked: z.int() }),
  },
  'DELETE /api/v1/triage/causes/:id/tickets/:ticketId': {
    access: workers,
    summary: 'Takes a ticket out of a cause',
    params: z.object({ id: Id, ticketId: Id }),
  },
  'POST /api/v1/triage/causes/:id/close': {
    access: [...deciders, 'agent'],
    summary: 'Closes a cause: nothing is done about it any more',
    params: one,
  },
  'POST /api/v1/triage/bursts/:id/answer': {
    access: deciders,
    summary:
      'A lead makes a cause of a burst, with the incident at Microsoft that it is where there is one, or lets it be',
    params: one,
    body: z.discriminatedUnion('answer', [
      z.strictObject({
        answer: z.literal('cause'),
        title: Title,
        incident: z.string().min(1).max(100).nullable().default(null),
      }),
      z.strictObject({ answer: z.literal('let-be') }),
    ]),
    answer: z.object({ causeId: Id.nullable(), linked: z.int() }),
  },
} as const
