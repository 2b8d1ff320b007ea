import { z } from 'zod'
import { Level } from '#features/plan/domain/document/process.ts'
import { Key, Platform } from '#features/plan/domain/document/text.ts'
import { At, Id } from './answers.ts'

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
  z.strictObject({
    kind: z.literal('create'),
    title: z.string().trim().min(1).max(300),
    codes: z
      .array(z.string().max(60))
      .max(100)
      .readonly()
      .optional()
      .describe('Those of the codes in the ticket that are of this issue, in their normal form; left out: all.'),
  }),
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
  tried: z
    .array(z.string().min(1).max(100))
    .max(20)
    .default([])
    .describe('Known issues of which the requester tried the first aid, and it did not help.'),
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
  z.strictObject({ ...named('take-off-bridge'), reason: Words }),
])
export type MoveInput = z.infer<typeof MoveInput>

/** A move, and the version of the ticket that the mover has seen; without a version nothing is compared. */
export const MoveRequest = z.strictObject({ version: z.int().min(1).optional(), move: MoveInput })
