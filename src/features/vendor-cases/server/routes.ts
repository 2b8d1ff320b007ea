import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { vendorCaseContract } from '../contract.ts'

export function vendorCaseRoutes(app: FastifyInstance): void {
  serve(app, vendorCaseContract, {})
}
