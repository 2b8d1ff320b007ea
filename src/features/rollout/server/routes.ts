import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { rolloutContract } from '../contract.ts'
import { commitmentHandlers } from './routes/commitments.ts'
import { communicationHandlers } from './routes/communication.ts'
import { pilotHandlers } from './routes/pilot.ts'
import { peopleHandlers } from './routes/people.ts'

export function rolloutRoutes(app: FastifyInstance): void {
  serve(app, rolloutContract, {
    ...commitmentHandlers,
    ...communicationHandlers,
    ...pilotHandlers,
    ...peopleHandlers,
  })
}
