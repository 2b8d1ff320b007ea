import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { bridgeContract } from '../contract.ts'

export function bridgeRoutes(app: FastifyInstance): void {
  serve(app, bridgeContract, {})
}
