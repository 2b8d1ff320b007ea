import { z } from 'zod'
import { Level } from '#features/plan/domain/document/process.ts'
import { Priority } from '#features/plan/domain/document/teams.ts'
import { Platform } from '#features/plan/domain/document/text.ts'
import { targetNames } from '../domain/ticket.ts'
import { At, Id } from './answers.ts'

export const TargetRef = z.object({
  target: z.enum(targetNames),
  tier: z.int().nullable(),
  since: z.int(),
})

const Stage = z.discriminatedUnion('name', [
  z.object({ name: z.literal('investigating'), tier: z.int() }),
  z.object({ name: z.literal('delivering'), tier: z.int() }),
  z.object({ name: z.literal('confirming') }),
  z.object({ name: z.literal('closed') }),
])

const Waiting = z.discriminatedUnion('for', [
  z.object({ for: z.literal('requester') }),
  z.object({ for: z.literal('vendor'), severity: z.string(), caseNumber: z.string().nullable() }),
  z.object({ for: z.literal('until'), until: At, reason: z.string() }),
])

const KnownIssue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linked'), id: z.string() }),
  z.object({ kind: z.literal('create'), title: z.string(), id: z.string().optional() }),
  z.object({ kind: z.literal('one-off'), reason: z.string() }),
])

const said = z.object({ by: Id, at: At, text: z.string() })

/** A ticket as those who work on it see it: what `evolve` makes of its events. */
export const TicketState = z.object({
  id: Id,
  version: z.int(),
  planVersionId: Id,
  kind: z.enum(['incident', 'request']),
  subject: z.string(),
  source: z.enum(['portal', 'desk', 'mail', 'api', 'detection']),
  requesterId: Id,
  originatorId: Id,
  category: z.string().nullable(),
  platform: Platform.nullable(),
  impact: Level,
  urgency: Level,
  priority: Priority,
  phase: z.string().nullable(),
  wave: z.string().nullable(),
  mode: z.enum(['bridge', 'tiered']),
  stage: Stage,
  waiting: Waiting.nullable(),
  assigneeId: Id.nullable(),
  offer: z
    .object({
      from: z.int(),
      to: z.int(),
      by: Id,
      at: At,
      asked: z.string(),
      waiver: z.object({ by: Id, reason: z.string(), missing: z.array(z.string()) }).nullable(),
    })
    .nullable(),
  evidence: z.array(z.object({ key: z.string(), value: z.string(), files: z.array(z.string()), by: Id, at: At })),
  trail: z.array(
    z.object({
      tier: z.int(),
      enteredAt: At,
      agentId: Id.nullable(),
      tookNoteAt: At.nullable(),
      tookNoteBy: Id.nullable(),
    }),
  ),
  diagnosis: z
    .object({
      rootCause: z.string(),
      solution: z.string(),
      wordingForRequester: z.string(),
      byTier: z.int(),
      byAgent: Id,
      at: At,
      knownIssue: KnownIssue.nullable(),
    })
    .nullable(),
  questions: z.array(
    z.object({ id: z.string(), tier: z.int(), by: Id, at: At, text: z.string(), answer: said.nullable() }),
  ),
  contactAttempts: z.array(
    z.object({
      by: Id,
      at: At,
      channel: z.enum(['phone', 'chat', 'mail', 'in-person', 'portal']),
      outcome: z.enum(['applied', 'not-reached', 'did-not-work']),
      retryAt: At.nullable(),
      reminded: z.boolean(),
    }),
  ),
  quietSince: At.nullable(),
  atRisk: z.array(TargetRef),
  missed: z.array(TargetRef),
  bounces: z.int(),
  reopened: z.int(),
  onBridge: z.boolean(),
  followers: z.array(Id),
  tags: z.array(z.string()),
  links: z.array(z.object({ ticketId: Id, kind: z.enum(['related', 'same-cause']) })),
  openedAt: At,
  closedAt: At.nullable(),
  satisfaction: z.object({ score: z.literal([1, 2, 3, 4, 5]), at: At }).nullable(),
})
