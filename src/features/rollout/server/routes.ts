import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { rolloutContract } from '../contract.ts'

export function rolloutRoutes(app: FastifyInstance): void {
  serve(app, rolloutContract, {})
}
