import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { triageContract } from '../contract.ts'
import { candidateHandlers } from './candidate-routes.ts'
import { causeHandlers } from './cause-routes.ts'

export function triageRoutes(app: FastifyInstance): void {
  serve(app, triageContract, { ...candidateHandlers, ...causeHandlers })
}
