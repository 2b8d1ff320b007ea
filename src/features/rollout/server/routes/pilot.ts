import { reserveNumber } from '#features/tickets/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { pilotContract } from '../../contract/pilot.ts'
import { logOwnCase, logOwnDevice, openTroubleTicket, pilotView, takeBackDevice } from '../pilot.ts'

export const pilotHandlers: Handlers<typeof pilotContract> = {
  'GET /api/v1/rollout/pilot': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => pilotView(tx, signedIn.actor)),
  'PUT /api/v1/rollout/pilot/devices/:platform': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => logOwnDevice(tx, signedIn.actor, params.platform, body)),
  'DELETE /api/v1/rollout/pilot/devices/:platform': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => takeBackDevice(tx, signedIn.actor, params.platform)),
  'POST /api/v1/rollout/pilot/devices/:platform/ticket': async ({ platform, signedIn, params }) => {
    const number = await reserveNumber(platform, signedIn.orgId)
    return inOrganisation(platform, signedIn.orgId, (tx) =>
      openTroubleTicket(platform, tx, signedIn.actor, {
        number,
        platform: params.platform,
        language: signedIn.language,
      }),
    )
  },
  'PUT /api/v1/rollout/pilot/cases/:platform/:key': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => logOwnCase(tx, signedIn.actor, params, body)),
}
