import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { deviceContract } from '../contract.ts'

export function deviceRoutes(app: FastifyInstance): void {
  serve(app, deviceContract, {})
}
