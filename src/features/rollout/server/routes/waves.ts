import { readEnrollmentsNow } from '#features/devices/server/actions.ts'
import type { PlanServices } from '#features/plan/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { waveRoutes } from '../../contract/waves.ts'
import { moveGround, moveWave } from '../move-wave.ts'
import { rolloutView } from '../overview.ts'
import { countEnrollments, withdrawCorrection } from '../wave-enrollments.ts'
import { waveView } from '../wave-view.ts'

export const waveHandlers = (services: PlanServices): Handlers<typeof waveRoutes> => ({
  'GET /api/v1/rollout': ({ platform, signedIn }) => inOrganisation(platform, signedIn.orgId, rolloutView),

  'GET /api/v1/rollout/waves/:key': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => waveView(tx, params.key, services)),

  'POST /api/v1/rollout/waves/:key/enrollments': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => countEnrollments(tx, signedIn.personId, params.key, body)),

  'DELETE /api/v1/rollout/waves/:key/correction': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => withdrawCorrection(tx, signedIn.personId, params.key)),

  'POST /api/v1/rollout/enrollments/read': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, async (tx) => ({ reading: await readEnrollmentsNow(tx) })),

  'GET /api/v1/rollout/move-ground': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => moveGround(tx, services)),

  'POST /api/v1/rollout/waves/:key/move': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => moveWave(tx, signedIn.personId, params.key, body)),
})
