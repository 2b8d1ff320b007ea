import { z } from 'zod'
import { MoveInput } from '#features/tickets/contract/moves.ts'
import { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'

/** From the fragment of the link in a mail: never in a log or a referrer. */
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
