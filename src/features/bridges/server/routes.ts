import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { bridgeContract } from '../contract.ts'
import { agendaRoutes } from './routes/agenda.ts'
import { figureRoutes } from './routes/figures.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { minutesHandlers } from './routes/minutes.ts'
import { noteHandlers } from './routes/notes.ts'
import { roomHandlers } from './routes/room.ts'
import type { BridgeServices } from './services.ts'

export function bridgeRoutes(app: FastifyInstance, services: BridgeServices): void {
  const { platform } = app
  serve(app, bridgeContract, {
    ...meetingRoutes(services),
    ...agendaRoutes(),
    ...figureRoutes(),
    ...roomHandlers(platform, services),
    ...noteHandlers(platform),
    ...minutesHandlers(platform),
  })
}
