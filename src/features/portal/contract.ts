import { z } from 'zod'
import { evidenceKinds, platforms } from '#features/plan/domain/values.ts'
import { MoveInput } from '#features/tickets/contract/moves.ts'
import { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'

/** From the fragment of the link in a mail: never in a log or a referrer. */
const Words = z.object({ nl: z.string(), en: z.string() })
/** What a requester is asked, and nothing else of the plan. */
const Question = z.object({
  key: z.string(),
  name: Words,
  help: Words,
  kind: z.enum(evidenceKinds),
  options: z.array(z.object({ key: z.string(), name: Words })),
})
const Trouble = z.object({
  key: z.string(),
  name: Words,
  help: Words,
  /** Empty: every platform. */
  platforms: z.array(z.enum(platforms)),
  /** By platform: what is asked can differ. */
  asks: z.array(
    z.object({
      platform: z.enum(platforms),
      questions: z.array(Question),
      /** The evidence item that says what was tried; null where the plan has none. */
      tried: z.string().nullable(),
    }),
  ),
})

const Token = z.string().min(20).max(1000)

const requesterMoves = ['answer', 'confirm', 'rate', 'reopen'] as const
/** What a requester can do about their own ticket. */
export const RequesterMove = MoveInput.refine(
  ({ move }) => requesterMoves.some((one) => one === move),
  'Only answer, confirm, rate and reopen',
)

/**
 * The link in a mail opens one ticket for its requester, without signing in. Nothing happens by opening it: mail scanners follow
 * links, people press buttons.
 */
export const portalContract = {
  'GET /api/v1/portal/questions': {
    access: 'person',
    summary: 'What somebody with a problem can choose from, and what is asked then; empty while there is no plan',
    answer: z.object({ troubles: z.array(Trouble) }),
  },
  'POST /api/v1/portal/first-aid': {
    access: 'person',
    unkeyed: true,
    summary: 'What somebody can try themselves, by what they have written so far of their problem',
    rate: { max: 120, seconds: 60 },
    body: z.strictObject({
      text: z.string().max(20_000),
      platform: z.enum(platforms).nullable().default(null),
      language: z.enum(['nl', 'en']),
    }),
    answer: z.object({
      aids: z.array(z.object({ id: z.string(), title: z.string(), steps: z.array(z.string()) })),
    }),
  },
  'POST /api/v1/portal/first-aid/:id/worked': {
    access: 'person',
    summary: 'It helped: counted, and nothing is reported',
    rate: { max: 30, seconds: 60 },
    params: z.object({ id: z.string().min(1).max(100) }),
  },
  'POST /api/v1/portal/visits': {
    access: 'anyone',
    summary: 'The ticket that a link from a mail opens',
    rate: { max: 60, seconds: 60 },
    body: z.strictObject({ token: Token }),
    answer: RequesterTicket,
  },
  'POST /api/v1/portal/moves': {
    access: 'anyone',
    summary: 'A move of the requester who holds a link from a mail',
    rate: { max: 30, seconds: 60 },
    body: z.strictObject({ token: Token, version: z.int().min(1).optional(), move: RequesterMove }),
    answer: RequesterTicket,
  },
} as const
