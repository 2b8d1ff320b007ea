import type { Handlers } from '#platform/http/contract-types.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { candidateRoutes } from '../contract/candidates.ts'
import { triageOf } from './candidates.ts'
import { sayOutcome, tick } from './checks.ts'

export const candidateHandlers: Handlers<typeof candidateRoutes> = {
  'GET /api/v1/triage/tickets/:id': ({ platform, params, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => triageOf(platform, tx, signedIn.actor, params.id)),
  'POST /api/v1/triage/tickets/:id/checks': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => tick(platform, tx, signedIn.actor, params.id, body)),
  'POST /api/v1/triage/tickets/:id/outcomes': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => sayOutcome(platform, tx, signedIn.actor, params.id, body)),
}
