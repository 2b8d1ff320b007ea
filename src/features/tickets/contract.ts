import { z } from 'zod'
import { At, Id, PersonRef } from './contract/answers.ts'
import { EvidenceFound } from './contract/evidence-found.ts'
import { DeskCounts, TicketList, TicketListQuery } from './contract/list.ts'
import { Migrate, MigrationPage, MigrationQuery, OpenPerVersion } from './contract/migration.ts'
import { MoveRequest, OpenTicket } from './contract/moves.ts'
import { TicketAnswer } from './contract/ticket-view.ts'
import { migrators } from './domain/migrators.ts'

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const
const one = z.object({ id: Id })
/** Staff with a problem of their own look at it as its requester, in the portal. */
const as = z.object({ as: z.enum(['requester']).optional() })

export const ticketContract = {
  'POST /api/v1/tickets': {
    access: 'person',
    status: 201,
    practice: 'open',
    summary: 'Opens a ticket under the published plan',
    query: as,
    body: OpenTicket,
    answer: TicketAnswer,
  },
  'GET /api/v1/tickets': {
    access: 'person',
    summary: 'Tickets: all of them for those who work on them, their own for requesters',
    query: TicketListQuery,
    answer: TicketList,
  },
  'GET /api/v1/tickets/counts': {
    access: staff,
    summary: 'How many tickets each view of the desk holds',
    answer: DeskCounts,
  },
  'GET /api/v1/tickets/plan-versions': {
    access: staff,
    summary: 'How many open tickets run under each version of the plan',
    answer: OpenPerVersion,
  },
  'GET /api/v1/tickets/migration': {
    access: migrators,
    summary: 'What moving the open tickets of a version to the version in force would change',
    query: MigrationQuery,
    answer: MigrationPage,
  },
  'POST /api/v1/tickets/migration': {
    access: migrators,
    summary: 'Moves open tickets to the version in force; refused when one has moved on since it was previewed',
    body: Migrate,
    answer: z.object({ moved: z.int() }),
  },
  'GET /api/v1/tickets/numbered/:number': {
    access: 'person',
    summary: 'A ticket by the number that people call it by',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    query: as,
    answer: TicketAnswer,
  },
  'GET /api/v1/tickets/:id': {
    access: 'person',
    summary: 'A ticket as the caller may see it, with the moves that they may make',
    params: one,
    query: as,
    answer: TicketAnswer,
  },
  'POST /api/v1/tickets/findings/:id': {
    access: ['agent', 'lead'],
    summary:
      'Opens a ticket for something that was found in Intune, or names the one in which it was said already',
    params: one,
    answer: z.object({ ticketId: Id, number: z.int(), opened: z.boolean() }),
  },
  'POST /api/v1/tickets/:id/moves': {
    access: 'person',
    practice: 'open',
    summary: 'Makes a move; refused with what changed when the ticket has moved on',
    params: one,
    query: as,
    body: MoveRequest,
    answer: TicketAnswer,
  },
  'GET /api/v1/tickets/:id/audit': {
    access: ['auditor', 'administrator', 'lead'],
    summary: 'The events with their hashes, and whether the chain holds',
    params: one,
    answer: z.object({
      /** Number of the first event that is not what was written; null when all are. */
      brokenAt: z.int().nullable(),
      events: z.array(
        z.object({
          number: z.int(),
          at: At,
          type: z.string(),
          by: z.string(),
          hash: z.string(),
          previousHash: z.string(),
        }),
      ),
    }),
  },
  'GET /api/v1/tickets/:id/agents': {
    access: staff,
    summary: 'Who can be assigned: the certified people of the tier that has the ticket',
    params: one,
    answer: z.object({
      agents: z.array(
        z.object({ ...PersonRef.shape, certified: z.boolean(), absent: z.boolean(), open: z.int() }),
      ),
    }),
  },
  'GET /api/v1/tickets/:id/reach': {
    access: staff,
    summary: 'How the requester hears of a reply: by mail, in which language, or only in the portal',
    params: one,
    answer: z.object({
      email: z.string(),
      language: z.enum(['nl', 'en']),
      /** `own-words`: nobody is mailed what they wrote themselves. `disabled`: the requester cannot sign in any more. */
      byMail: z.enum(['sends', 'no-mailbox', 'disabled', 'own-words']),
    }),
  },
  'GET /api/v1/tickets/:id/evidence-found': {
    access: staff,
    summary:
      'What Tierwise can fill in of the evidence that a step up may ask for, and what known issues ask besides',
    params: one,
    query: z.object({ language: z.enum(['nl', 'en']).default('en') }),
    answer: EvidenceFound,
  },
} as const
