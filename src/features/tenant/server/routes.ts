import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { tenantContract } from '../contract.ts'

export function tenantRoutes(app: FastifyInstance): void {
  serve(app, tenantContract, {})
}
