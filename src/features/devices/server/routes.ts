import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { deviceContract } from '../contract.ts'
import { askToRead, showContext, showSnapshot } from './show-context.ts'

export function deviceRoutes(app: FastifyInstance): void {
  serve(app, deviceContract, {
    'GET /api/v1/devices/people/:personId': showContext,
    'POST /api/v1/devices/people/:personId/read': askToRead,
    'GET /api/v1/devices/snapshots/:id': showSnapshot,
  })
}
