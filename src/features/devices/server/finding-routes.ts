import type { Handlers } from '#platform/http/contract-types.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { findingRoutes } from '../contract/findings.ts'
import { dismiss, findingsShown, lookNow } from './findings.ts'

export const findingHandlers: Handlers<typeof findingRoutes> = {
  'GET /api/v1/devices/findings': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, findingsShown),
  'POST /api/v1/devices/findings/look': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, lookNow),
  'POST /api/v1/devices/findings/:id/dismiss': ({ platform, params, body, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => dismiss(tx, signedIn.actor, params.id, body.reason)),
}
