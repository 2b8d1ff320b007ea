import { z } from 'zod'
import { plainStates } from '../domain/visibility.ts'
import { At, EventAuthor, Id, PersonRef, RefusalAnswer } from './answers.ts'
import { TargetRef, TicketState } from './ticket-state.ts'

const AllowedMoves = z.array(z.object({ move: z.string(), refusal: RefusalAnswer.optional() }))
const FileRef = z.object({ id: Id, name: z.string(), type: z.string(), size: z.int() })
export type FileRef = z.infer<typeof FileRef>

const TierMinutes = z.object({ tier: z.int(), minutes: z.number() })

const PathStep = z.object({
  tier: z.int(),
  kind: z.enum(['tier', 'vendor']),
  state: z.enum(['now', 'offered', 'been', 'ahead']),
  agentId: Id.nullable(),
  wallMinutes: z.number(),
  supportMinutes: z.number(),
  waitingMinutes: z.number(),
  foundCause: z.boolean(),
  note: z.object({ takenAt: At.nullable(), by: Id.nullable() }).nullable(),
})

const PathEdge = z.object({
  number: z.int(),
  at: At,
  by: EventAuthor,
  from: z.int(),
  to: z.int(),
  direction: z.enum(['up', 'back', 'down', 'again']),
  evidence: z.int(),
  waived: z.int(),
  fastLane: z.boolean(),
  doneAt: At.nullable(),
})

const StoryEntry = z.object({
  number: z.int(),
  at: At,
  by: EventAuthor,
  type: z.string(),
  tone: z.enum(['conversation', 'internal', 'process', 'clock']),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  texts: z.array(z.object({ field: z.string(), text: z.string() })),
  files: z.array(z.string()),
})

const Target = z.object({
  ...TargetRef.shape,
  state: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  dueAt: At.nullable(),
  warnAt: At.nullable(),
  endedAt: At.nullable(),
  allowedMinutes: z.number(),
  spentMinutes: z.number(),
  spent: z.array(TierMinutes),
})

const Interval = z.object({
  from: At,
  to: At.nullable(),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']),
  tier: z.int().nullable(),
  holderId: Id.nullable(),
  waiting: z.enum(['requester', 'vendor', 'until']).nullable(),
})

/** Everything about a ticket, for those who work on it. */
export const DeskTicket = z.object({
  view: z.literal('desk'),
  number: z.int(),
  /** Number of the plan version that it runs under. */
  planNumber: z.int(),
  ticket: TicketState,
  /** Everybody the rest names, by id. */
  people: z.record(z.string(), PersonRef),
  files: z.record(z.string(), FileRef),
  story: z.array(StoryEntry),
  path: z.object({ steps: z.array(PathStep), edges: z.array(PathEdge) }),
  targets: z.array(Target),
  intervals: z.array(Interval),
  /** Numbers of linked tickets, by id. */
  linked: z.record(z.string(), z.object({ number: z.int(), subject: z.string() })),
  allowedMoves: AllowedMoves,
})
export type DeskTicket = z.infer<typeof DeskTicket>

const RequesterEntry = z.object({
  number: z.int(),
  at: At,
  /** Who did it, as the requester knows them; null for Tierwise itself. */
  by: Id.nullable(),
  type: z.enum([
    'opened',
    'replied',
    'asked',
    'answered',
    'contacted',
    'confirmed',
    'closed',
    'rated',
    'reopened',
  ]),
  text: z.string().nullable(),
  files: z.array(z.string()),
  channel: z.enum(['phone', 'chat', 'mail', 'in-person', 'portal']).nullable(),
  outcome: z.enum(['applied', 'not-reached', 'did-not-work']).nullable(),
  retryAt: At.nullable(),
  satisfaction: z.int().nullable(),
})

/** A ticket as its requester sees it: plain words, nothing internal. */
export const RequesterTicket = z.object({
  view: z.literal('requester'),
  id: Id,
  number: z.int(),
  version: z.int(),
  subject: z.string(),
  state: z.enum(plainStates),
  openedAt: At,
  closedAt: At.nullable(),
  /** When the requester hears from the desk at the latest. */
  hearsBefore: At.nullable(),
  satisfaction: z.int().nullable(),
  people: z.record(z.string(), z.object({ id: Id, name: z.string() })),
  files: z.record(z.string(), FileRef),
  story: z.array(RequesterEntry),
  allowedMoves: AllowedMoves,
})
export type RequesterTicket = z.infer<typeof RequesterTicket>

export const TicketAnswer = z.discriminatedUnion('view', [DeskTicket, RequesterTicket])
export type TicketAnswer = z.infer<typeof TicketAnswer>
