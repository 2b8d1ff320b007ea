import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { retrainingContract } from '../../contract/retraining.ts'
import {
  beginRetraining,
  mendingView,
  retrainingOverview,
  retrainingPreview,
  retrainingView,
} from '../retraining/views.ts'

export const retrainingHandlers: Handlers<typeof retrainingContract> = {
  'GET /api/v1/training/retraining': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => retrainingOverview(tx, signedIn.actor)),

  'GET /api/v1/training/retraining/preview': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, retrainingPreview),

  'GET /api/v1/training/retraining/:id': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => retrainingView(platform, tx, signedIn.actor, params.id)),

  'POST /api/v1/training/retraining/:id/test': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => beginRetraining(tx, signedIn.actor, params.id)),

  'GET /api/v1/training/mending/:tier': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => mendingView(tx, signedIn.actor, params.tier)),
}
