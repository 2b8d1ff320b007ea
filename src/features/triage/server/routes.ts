import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { triageContract } from '../contract.ts'

export function triageRoutes(app: FastifyInstance): void {
  serve(app, triageContract, {})
}
