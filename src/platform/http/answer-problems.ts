import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { NotFound } from '../errors.ts'
import { isUnexpected, tell, type Told } from './problems.ts'

export const problemType = 'application/problem+json; charset=utf-8'

/** What this person is told about an error; one of ours goes to the log with its stack. */
export function toldTo(httpRequest: FastifyRequest, error: unknown, { translate, log }: Platform): Told {
  const told = tell(error, translate, httpRequest.signedIn?.language ?? httpRequest.language, httpRequest.id)
  const { status, code } = told.problem
  if (hasLeft(httpRequest, error)) log.debug({ id: httpRequest.id }, 'nobody waits for this answer any more')
  else if (isUnexpected(status))
    log.error({ err: error, reference: httpRequest.id }, 'an httpRequest failed unexpectedly')
  else if (status > 500) log.warn({ err: error, id: httpRequest.id, code }, 'an httpRequest could not be answered')
  return told
}

/** Work that was ended because its caller left is nobody's mistake. */
function hasLeft({ raw }: FastifyRequest, error: unknown): boolean {
  return raw.socket.destroyed && error instanceof DOMException && error.name === 'AbortError'
}

export function answerProblems(app: FastifyInstance, platform: Platform): void {
  const answer = (error: unknown, httpRequest: FastifyRequest, reply: FastifyReply) => {
    const { problem, headers } = toldTo(httpRequest, error, platform)
    // Text, so that no schema of the route is applied to it.
    return reply.code(problem.status).headers(headers).type(problemType).send(JSON.stringify(problem))
  }
  app.setErrorHandler(answer)
  app.setNotFoundHandler((httpRequest, reply) => answer(new NotFound('No such route'), httpRequest, reply))
}
