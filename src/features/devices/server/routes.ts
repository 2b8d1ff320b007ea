import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { deviceContract } from '../contract.ts'
import { actionHandlers } from './acting/action-handlers.ts'
import type { DeviceServices } from './services.ts'
import { findingHandlers } from './finding-routes.ts'
import { askToRead, showContext, showSnapshot } from './show-context.ts'

export function deviceRoutes(app: FastifyInstance, services: DeviceServices): void {
  serve(app, deviceContract, {
    ...findingHandlers,
    ...actionHandlers(services),
    'GET /api/v1/devices/people/:personId': showContext,
    'POST /api/v1/devices/people/:personId/read': askToRead,
    'GET /api/v1/devices/snapshots/:id': showSnapshot,
  })
}
