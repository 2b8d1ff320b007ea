import type { FastifyInstance } from 'fastify'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { type PlanServices, type PlanToRead, planToRead } from '#features/plan/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { forecastContract } from '../contract.ts'
import { assumptionViews, changeAssumptions } from './assumptions.ts'
import { fitFromDesk } from './fit.ts'
import { playForecast } from './play-forecast.ts'
import { replayPage } from './replay.ts'

export function forecastRoutes(app: FastifyInstance, services: PlanServices): void {
  serve(app, forecastContract, {
    'GET /api/v1/forecast/inputs': ({ platform, signedIn, query }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => {
        const plan = await readablePlan(tx, signedIn, query.plan)
        return {
          plan: { number: plan.number, state: plan.state },
          document: plan.document,
          assumptions: await assumptionViews(tx, plan, services),
          today: tx.now.slice(0, 10),
        }
      }),
    'PUT /api/v1/forecast/assumptions': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => changeAssumptions(tx, signedIn.personId, body)),
    'GET /api/v1/forecast/fit': fitFromDesk,
    'POST /api/v1/forecast/replays': (call) =>
      replayPage(call, (tx) => readablePlan(tx, call.signedIn, call.body.plan)),
    'POST /api/v1/forecasts': (call) =>
      playForecast(call, services, (tx) => readablePlan(tx, call.signedIn, call.body.plan)),
  })
}

/** A draft is for who may edit it. */
async function readablePlan(
  tx: Tx,
  { roles }: SignedIn,
  which: 'published' | 'draft' | number,
): Promise<PlanToRead> {
  if (which === 'draft' && !planEditors.some((role) => roles.includes(role))) throw new Forbidden()
  const plan = await planToRead(tx, which)
  if (!plan) throw new NotFound('There is no such plan')
  return plan
}
