import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform.ts'

/** One line per httpRequest. The route's pattern, never the address itself: that may hold tokens and names. */
export function logRequests(app: FastifyInstance, { log }: Pick<Platform, 'log'>): void {
  app.addHook('onResponse', async (httpRequest, reply) => {
    const line = {
      id: httpRequest.id,
      method: httpRequest.method,
      route: httpRequest.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (reply.statusCode >= 500) log.warn(line, 'answered')
    else log.debug(line, 'answered')
  })
}
