import { inOrganisation } from '#platform/database/transaction.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { commitmentContract } from '../../contract/commitments.ts'
import { addCommitment, commitmentsPage, moveCommitment, oneCommitment, ownCommitments } from '../commitments.ts'

export const commitmentHandlers: Handlers<typeof commitmentContract> = {
  'GET /api/v1/rollout/commitments': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => commitmentsPage(tx, signedIn.actor)),
  'GET /api/v1/rollout/commitments/mine': ({ platform, signedIn }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => ownCommitments(tx, signedIn.actor)),
  'GET /api/v1/rollout/commitments/:key': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => oneCommitment(tx, signedIn.actor, params.key)),
  'POST /api/v1/rollout/commitments': ({ platform, signedIn, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => addCommitment(tx, signedIn.actor, body)),
  'POST /api/v1/rollout/commitments/:key/moves': ({ platform, signedIn, params, body }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => moveCommitment(tx, signedIn.actor, params.key, body)),
}
