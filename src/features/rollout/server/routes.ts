import type { FastifyInstance } from 'fastify'
import type { PlanServices } from '#features/plan/server/actions.ts'
import { serve } from '#platform/http/serve.ts'
import { rolloutContract } from '../contract.ts'
import { commitmentHandlers } from './routes/commitments.ts'
import { communicationHandlers } from './routes/communication.ts'
import { pilotHandlers } from './routes/pilot.ts'
import { peopleHandlers } from './routes/people.ts'
import { readinessHandlers } from './routes/readiness.ts'
import { waveHandlers } from './routes/waves.ts'

export function rolloutRoutes(app: FastifyInstance, services: PlanServices): void {
  serve(app, rolloutContract, {
    ...commitmentHandlers,
    ...communicationHandlers,
    ...pilotHandlers,
    ...peopleHandlers,
    ...waveHandlers(services),
    ...readinessHandlers(services),
  })
}
