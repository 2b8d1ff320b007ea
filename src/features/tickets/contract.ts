import { z } from 'zod'
import { Level } from '#features/plan/domain/document/process.ts'
import { Priority } from '#features/plan/domain/document/teams.ts'
import { Key, Platform } from '#features/plan/domain/document/text.ts'

const Id = z.uuid()
const At = z.iso.datetime()
const Words = z.string().trim().min(1).max(20_000)
const OptionalWords = z.string().trim().max(20_000)
const Files = z.array(Id).max(20).default([])
const Score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const GivenEvidence = z
  .array(z.strictObject({ key: Key, value: OptionalWords, files: Files }))
  .max(50)
  .default([])

const KnownIssueLink = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linked'), id: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('create'), title: z.string().trim().min(1).max(300) }),
  z.strictObject({ kind: z.literal('one-off'), reason: Words }),
])

export const OpenTicket = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  description: Words,
  /** Who has the problem; without it, the person who is signed in. */
  requesterId: Id.optional(),
  category: Key.nullable().default(null),
  platform: Platform.nullable().default(null),
  impact: Level.nullable().default(null),
  urgency: Level.nullable().default(null),
  evidence: GivenEvidence,
  files: Files,
})
export type OpenTicket = z.infer<typeof OpenTicket>

const named = <Name extends string>(move: Name) => ({ move: z.literal(move) })

/** Every move a person can make through the API, with what it needs. */
export const MoveInput = z.discriminatedUnion('move', [
  z.strictObject({ ...named('claim') }),
  z.strictObject({ ...named('assign'), agentId: Id }),
  z.strictObject({ ...named('release') }),
  z.strictObject({ ...named('reply'), text: Words, files: Files }),
  z.strictObject({ ...named('note'), text: Words, files: Files }),
  z.strictObject({ ...named('ask'), text: Words, files: Files }),
  z.strictObject({ ...named('answer'), text: Words, files: Files }),
  z.strictObject({ ...named('wait-until'), until: At, reason: Words }),
  z.strictObject({ ...named('resume') }),
  z.strictObject({ ...named('add-evidence'), evidence: GivenEvidence }),
  z.strictObject({
    ...named('escalate'),
    asked: Words,
    evidence: GivenEvidence,
    waiver: z.strictObject({ reason: Words }).nullable().default(null),
    fastLane: z.boolean().default(false),
  }),
  z.strictObject({ ...named('withdraw') }),
  z.strictObject({ ...named('accept') }),
  z.strictObject({ ...named('send-back'), missing: z.array(Key).max(50).default([]), reason: Words }),
  z.strictObject({ ...named('warn-lead'), reason: Words }),
  z.strictObject({
    ...named('diagnose'),
    rootCause: Words,
    solution: Words,
    wordingForRequester: Words,
    knownIssue: KnownIssueLink.nullable().default(null),
  }),
  z.strictObject({ ...named('take-note') }),
  z.strictObject({ ...named('ask-diagnoser'), text: Words }),
  z.strictObject({ ...named('answer-question'), questionId: z.string().min(1).max(100), text: Words }),
  z.strictObject({
    ...named('contact'),
    channel: z.enum(['phone', 'chat', 'mail', 'in-person', 'portal']),
    outcome: z.enum(['applied', 'not-reached', 'did-not-work']),
    text: Words,
    retryAt: At.nullable().default(null),
  }),
  z.strictObject({ ...named('confirm'), satisfaction: Score.nullable().default(null) }),
  z.strictObject({ ...named('rate'), satisfaction: Score }),
  z.strictObject({ ...named('reopen'), reason: Words }),
  z.strictObject({
    ...named('open-vendor-case'),
    severity: Key,
    caseNumber: z.string().trim().min(1).max(60).nullable().default(null),
    text: Words,
    evidence: GivenEvidence,
  }),
  z.strictObject({ ...named('vendor-answered'), text: Words }),
  z.strictObject({ ...named('reprioritise'), impact: Level, urgency: Level, reason: Words }),
  z.strictObject({ ...named('categorise'), category: Key, platform: Platform.nullable().default(null) }),
  z.strictObject({ ...named('link'), ticketId: Id, kind: z.enum(['related', 'same-cause']) }),
  z.strictObject({ ...named('unlink'), ticketId: Id }),
  z.strictObject({
    ...named('tag'),
    add: z.array(Key).max(20).default([]),
    remove: z.array(Key).max(20).default([]),
  }),
  z.strictObject({ ...named('follow') }),
  z.strictObject({ ...named('unfollow') }),
  z.strictObject({ ...named('bring-to-bridge'), reason: Words }),
])
export type MoveInput = z.infer<typeof MoveInput>

/** A move, and the version of the ticket that the mover has seen; without a version nothing is compared. */
export const MoveRequest = z.strictObject({ version: z.int().min(1).optional(), move: MoveInput })

const PersonRef = z.object({ id: Id, name: z.string(), email: z.string().nullable() })
export type PersonRef = z.infer<typeof PersonRef>

export const ticketSorts = ['changed', 'opened', 'due', 'priority', 'number'] as const

/** One list for everything: filter and sort stand in the page's address in the same words. */
export const TicketFilter = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  /** The tier whose turn it is. */
  tier: z.coerce.number().int().min(1).max(10).optional(),
  /** What somebody has to do: with `mine`, by me (my own, and my tiers' that nobody has). */
  duty: z.enum(['investigate', 'accept', 'take-note', 'contact', 'answer-question']).optional(),
  mine: z.enum(['assigned', 'to-do', 'requested', 'following']).optional(),
  assignee: z.union([z.literal('none'), Id]).optional(),
  requester: Id.optional(),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']).optional(),
  waiting: z.enum(['requester', 'vendor', 'until', 'any', 'none']).optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  category: Key.optional(),
  platform: Platform.optional(),
  phase: Key.optional(),
  wave: Key.optional(),
  /** Words in subject and conversation, or a ticket number. */
  words: z.string().trim().min(1).max(200).optional(),
})
export type TicketFilter = z.infer<typeof TicketFilter>

export const TicketListQuery = z.object({
  ...TicketFilter.shape,
  sort: z.enum(ticketSorts).default('changed'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type TicketListQuery = z.infer<typeof TicketListQuery>

export const TicketRow = z.object({
  id: Id,
  number: z.int(),
  version: z.int(),
  subject: z.string(),
  kind: z.enum(['incident', 'request']),
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']),
  tier: z.int().nullable(),
  offeredTo: z.int().nullable(),
  waiting: z.enum(['requester', 'vendor', 'until']).nullable(),
  requester: PersonRef,
  assignee: PersonRef.nullable(),
  priority: Priority,
  category: z.string().nullable(),
  platform: Platform.nullable(),
  phase: z.string().nullable(),
  wave: z.string().nullable(),
  onBridge: z.boolean(),
  openedAt: At,
  changedAt: At,
  closedAt: At.nullable(),
  dueAt: At.nullable(),
  dueTarget: z.string().nullable(),
})
export type TicketRow = z.infer<typeof TicketRow>
