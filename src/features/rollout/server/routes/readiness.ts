import type { PlanServices } from '#features/plan/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { attachmentHeader } from '#platform/files/file-name.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { readinessRoutes } from '../../contract/readiness.ts'
import { decisionPdf } from '../decision-pdf.ts'
import { meetCondition, readinessView, signDecision } from '../sign-decision.ts'

export const readinessHandlers = (services: PlanServices): Handlers<typeof readinessRoutes> => ({
  'GET /api/v1/rollout/waves/:key/readiness': ({ platform, signedIn, params }) =>
    readinessView(platform, signedIn, params.key, services),

  'POST /api/v1/rollout/waves/:key/decisions': ({ platform, signedIn, params, body }) =>
    signDecision(platform, signedIn, params.key, body, services),

  'POST /api/v1/rollout/conditions/:id/met': ({ platform, signedIn, params }) =>
    inOrganisation(platform, signedIn.orgId, (tx) => meetCondition(tx, signedIn, params.id)),

  'GET /api/v1/rollout/decisions/:id/pdf': async ({ platform, signedIn, params, reply }) => {
    const { name, bytes } = await decisionPdf(platform, signedIn, params.id)
    return reply
      .header('content-disposition', attachmentHeader('attachment', name))
      .header('cache-control', 'private, no-cache')
      .type('application/pdf')
      .send(Buffer.from(bytes))
  },
})
