import type { FastifyInstance } from 'fastify'
import { actorOf, personById } from '#features/people/server/actions.ts'
import { asksFor, evidenceFor } from '#features/plan/domain/lookup.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { platforms } from '#features/plan/domain/values.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { moveAsRequester, showToRequester } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { Platform } from '#platform/platform.ts'
import { portalContract } from '../contract.ts'
import { countFirstAid, firstAidFor } from './first-aid.ts'
import { readMailLink, type Visit } from './mail-link.ts'

export function portalRoutes(app: FastifyInstance, platform: Platform): void {
  const visiting = async <Value>(token: string, work: (tx: Tx, visit: Visit) => Promise<Value>) => {
    const visit = await readMailLink(platform, platform.clock.now(), token)
    if (!visit) throw new NotFound('mail link')
    return inOrganisation(platform, visit.orgId, async (tx) => {
      const person = await personById(tx, visit.personId)
      if (!person || person.disabledAt !== null) throw new NotFound('mail link')
      return work(tx, visit)
    })
  }

  serve(app, portalContract, {
    'GET /api/v1/portal/questions': ({ signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const plan = (await publishedPlan(tx))?.document
        return { troubles: plan ? troublesIn(plan) : [] }
      }),
    'POST /api/v1/portal/first-aid': ({ body, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        aids: (await firstAidFor(platform, tx, body)).map((aid) => ({ ...aid, steps: [...aid.steps] })),
      })),
    'POST /api/v1/portal/first-aid/:id/worked': ({ params, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, (tx) =>
        countFirstAid(platform, tx, { issueId: params.id, personId: signedIn.personId }),
      ),
    'POST /api/v1/portal/visits': ({ body }) =>
      visiting(body.token, async (tx, { personId, ticketId }) =>
        showToRequester(tx, await actorOf(tx, personId), ticketId),
      ),
    'POST /api/v1/portal/moves': ({ body }) =>
      visiting(body.token, async (tx, { personId, ticketId }) =>
        moveAsRequester(tx, await actorOf(tx, personId), {
          ticketId,
          move: body.move,
          seenVersion: body.version ?? null,
        }),
      ),
  })
}

function troublesIn(plan: SupportPlan) {
  return plan.process.categories.map((category) => ({
    ...category,
    asks: platforms
      .filter((platform) => category.platforms.length === 0 || category.platforms.includes(platform))
      .map((platform) => ({
        platform,
        questions: [...asksFor(plan, category.key, platform)],
        tried:
          plan.process.edges.flatMap((edge) => evidenceFor(edge, category.key, platform)).find(isTried)?.key ??
          null,
      })),
  }))
}

function isTried({ kind, filledBy }: EvidenceItem): boolean {
  return kind === 'steps-tried' && filledBy === null
}
