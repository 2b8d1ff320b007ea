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

/** One that goes on, and that somebody let be: it can be taken up again. */
const BurstLetBe = Burst.extend({ letBe: z.object({ by: z.string(), at: At }) })
export type BurstLetBe = z.infer<typeof BurstLetBe>

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

/** Something that became of a cause. What was done at one moment stands there as one. */
const CauseStep = z.object({
  at: At,
  /** Null: Tierwise itself. */
  by: z.string().nullable(),
  what: z.enum(['added', 'taken-out', 'closed', 'reopened']),
  /** Numbers of the tickets that were added or taken out. */
  tickets: z.array(z.int()),
  /** How many tickets were open when it was closed. */
  open: z.int().nullable(),
  reason: z.string().nullable(),
})

export const CauseDetail = Cause.extend({
  /** `byTierwise`: it came in like the others, and Tierwise added it by itself. */
  members: z.array(OtherTicket.extend({ byTierwise: z.boolean() })),
  /** The latest first. */
  course: z.array(CauseStep),
})
export type CauseDetail = z.infer<typeof CauseDetail>

export const CauseOverview = z.object({
  bursts: z.array(Burst),
  letBe: z.array(BurstLetBe),
  causes: z.array(Cause),
  mayDecide: z.boolean(),
})
export type CauseOverview = z.infer<typeof CauseOverview>

export const causeRoutes = {
  'GET /api/v1/triage/causes': {
    access: staff,
    summary:
      'Bursts that nobody has answered yet or that were let be, and the causes that tickets share: open ones, and those closed lately',
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
  'POST /api/v1/triage/causes/:id/reopen': {
    access: [...deciders, 'agent'],
    summary: 'Opens a cause again: what comes in like its tickets joins it again',
    params: one,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
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
  'POST /api/v1/triage/bursts/:id/take-up': {
    access: deciders,
    summary: 'Takes up a burst again that was let be: it waits for an answer once more',
    params: one,
  },
} as const
