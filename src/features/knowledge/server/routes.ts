import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import { knowledgeContract } from '../contract.ts'

export function knowledgeRoutes(app: FastifyInstance): void {
  serve(app, knowledgeContract, {})
}
