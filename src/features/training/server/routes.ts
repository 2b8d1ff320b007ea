import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { trainingContract } from '../contract.ts'
import { courseHandlers } from './routes/courses.ts'
import { lineageHandlers } from './routes/lineage.ts'
import { practiceHandlers } from './routes/practice.ts'
import { retrainingHandlers } from './routes/retraining.ts'
import { sessionHandlers } from './routes/sessions.ts'

export function trainingRoutes(app: FastifyInstance): void {
  serve(
    app,
    trainingContract,
    { ...courseHandlers, ...sessionHandlers, ...lineageHandlers, ...practiceHandlers, ...retrainingHandlers },
    { practice: 'home' },
  )
}
