import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { trainingContract } from '../contract.ts'
import { practiceHandlers } from './routes/practice.ts'

export function trainingRoutes(app: FastifyInstance): void {
  serve(app, trainingContract, { ...practiceHandlers }, { practice: 'home' })
}
