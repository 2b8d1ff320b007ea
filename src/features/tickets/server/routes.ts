import type { FastifyInstance } from 'fastify'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Platform } from '#platform/platform.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { ticketContract } from '../contract.ts'
import { moveTicket, openTicket, readTicket, reserveNumber } from './actions.ts'
import { assignable } from './assignable.ts'
import { audit } from './audit.ts'
import { deskCounts, listPage } from './lists.ts'
import { evidenceFound } from './evidence-found.ts'
import type { EvidenceServices } from './evidence-services.ts'
import { openForFinding } from './hear-findings.ts'
import type { MailServices } from './mails.ts'
import { moveGiven } from './move-given.ts'
import { reach } from './reach.ts'
import { migrateTickets, openPerVersion, previewPage } from './migration.ts'
import { isStaff } from './staff.ts'
import { idOfNumber } from './store/ticket-row.ts'
import { viewFor } from './views.ts'

export function ticketRoutes(
  app: FastifyInstance,
  platform: Platform,
  mail: MailServices,
  evidence: EvidenceServices,
): void {
  const within = <Value>({ orgId }: SignedIn, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, orgId, work)

  serve(app, ticketContract, {
    'POST /api/v1/tickets': async ({ body, query, signedIn }) => {
      const number = await reserveNumber(platform, signedIn.orgId)
      const requesterId = body.requesterId ?? signedIn.personId
      const source = query.as === 'requester' ? 'portal' : sourceFor(signedIn)
      const { tried, ...given } = body
      return within(signedIn, async (tx) => {
        const opened = await openTicket(tx, signedIn.actor, number, { ...given, requesterId, source })
        if (tried.length > 0) await evidence.keepTried(platform, tx, opened.ticket, tried)
        return viewFor(tx, signedIn.actor, opened, query.as)
      })
    },
    'GET /api/v1/tickets': ({ query, signedIn }) => within(signedIn, (tx) => listPage(tx, signedIn.actor, query)),
    'GET /api/v1/tickets/counts': ({ signedIn }) => within(signedIn, (tx) => deskCounts(tx, signedIn.actor)),
    'GET /api/v1/tickets/plan-versions': ({ signedIn }) => within(signedIn, openPerVersion),
    'GET /api/v1/tickets/migration': ({ query, signedIn }) => within(signedIn, (tx) => previewPage(tx, query)),
    'POST /api/v1/tickets/migration': ({ body, signedIn }) =>
      within(signedIn, (tx) => migrateTickets(tx, signedIn.actor, body)),
    'GET /api/v1/tickets/numbered/:number': ({ params, query, signedIn }) =>
      within(signedIn, async (tx) => {
        const id = await idOfNumber(tx, params.number)
        if (!id) throw new NotFound('ticket')
        return show(tx, signedIn.actor, id, query.as)
      }),
    'GET /api/v1/tickets/:id': ({ params, query, signedIn }) =>
      within(signedIn, (tx) => show(tx, signedIn.actor, params.id, query.as)),
    'POST /api/v1/tickets/findings/:id': ({ params, signedIn }) =>
      within(signedIn, (tx) => openForFinding(platform, tx, params.id)),
    'POST /api/v1/tickets/:id/moves': ({ params, query, body, signedIn }) =>
      within(signedIn, async (tx) => {
        const moved = await moveTicket(tx, signedIn.actor, {
          ticketId: params.id,
          move: moveGiven(body.move, { source: signedIn.by === 'api-token' ? 'api' : 'portal', presentTiers: [] }),
          seenVersion: body.version ?? null,
        })
        return viewFor(tx, signedIn.actor, moved, query.as)
      }),
    'GET /api/v1/tickets/:id/audit': ({ params, signedIn }) =>
      within(signedIn, (tx) => audit(tx, signedIn.actor, params.id)),
    'GET /api/v1/tickets/:id/agents': ({ params, signedIn }) =>
      within(signedIn, (tx) => assignable(tx, signedIn.actor, params.id)),
    'GET /api/v1/tickets/:id/reach': ({ params, signedIn }) =>
      within(signedIn, (tx) => reach(tx, signedIn.actor, mail, params.id)),
    'GET /api/v1/tickets/:id/evidence-found': ({ params, query, signedIn }) =>
      within(signedIn, (tx) =>
        evidenceFound(platform, tx, signedIn.actor, evidence, { ticketId: params.id, language: query.language }),
      ),
  })
}

async function show(tx: Tx, actor: PersonActor, id: string, as: 'requester' | undefined) {
  return viewFor(tx, actor, await readTicket(tx, actor, id), as)
}

/** Staff open tickets at the desk, others in the portal, programs by the API. */
function sourceFor({ roles, by }: SignedIn): 'api' | 'desk' | 'portal' {
  if (by === 'api-token') return 'api'
  return isStaff(roles) ? 'desk' : 'portal'
}
