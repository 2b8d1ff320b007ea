import { z } from 'zod'
import { At, Id } from '#features/tickets/contract/answers.ts'

/** What makes one ticket like another. */
export const LikenessAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), codes: z.array(z.string()) }),
  z.object({ kind: z.literal('issue'), issueId: z.string() }),
  z.object({ kind: z.literal('failure'), failure: z.string() }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  z.object({ kind: z.literal('model'), model: z.string() }),
  z.object({ kind: z.literal('category'), category: z.string() }),
  z.object({ kind: z.literal('platform'), platform: z.string() }),
  z.object({ kind: z.literal('wave'), wave: z.string() }),
  z.object({ kind: z.literal('requester') }),
])
export type LikenessAnswer = z.infer<typeof LikenessAnswer>

/** Another ticket: where it stands, and how it was solved. */
export const OtherTicket = z.object({
  id: Id,
  number: z.int(),
  subject: z.string(),
  requester: z.string(),
  openedAt: At,
  stage: z.enum(['investigating', 'delivering', 'confirming', 'closed']),
  /** Null while its cause is unknown. */
  solution: z.object({ rootCause: z.string(), solution: z.string(), byTier: z.int(), at: At }).nullable(),
})
export type OtherTicket = z.infer<typeof OtherTicket>

/** The diagnosis of one ticket of a cause, which says it for all. */
export const FoundCause = z.object({
  ticketId: Id,
  number: z.int(),
  rootCause: z.string(),
  solution: z.string(),
  wordingForRequester: z.string(),
  issueId: z.string().nullable(),
  at: At,
})

export const SimilarTickets = z.object({
  similar: z.array(
    z.object({
      ticket: OtherTicket,
      because: z.array(LikenessAnswer),
      /** Whether they are known to be of one cause: linked as such, or members of one. */
      linked: z.boolean(),
      /** The cause that it belongs to. */
      cause: z.object({ id: Id, title: z.string(), open: z.boolean() }).nullable(),
    }),
  ),
  /** The cause that this ticket belongs to. */
  cause: z
    .object({
      id: Id,
      title: z.string(),
      incident: z.string().nullable(),
      open: z.boolean(),
      tickets: z.int(),
      /** It came in like the others, and Tierwise added it by itself. */
      byTierwise: z.boolean(),
      found: FoundCause.nullable(),
    })
    .nullable(),
  /** Incidents at Microsoft that may be why. */
  incidents: z.array(
    z.object({ id: z.string(), title: z.string(), startedAt: At.nullable(), because: z.array(z.string()) }),
  ),
})
export type SimilarTickets = z.infer<typeof SimilarTickets>

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const

export const similarRoutes = {
  'GET /api/v1/triage/tickets/:id/similar': {
    access: staff,
    summary:
      'Tickets like this one, each with why, the cause it belongs to, and incidents at Microsoft that may be why',
    params: z.object({ id: Id }),
    answer: SimilarTickets,
  },
} as const
