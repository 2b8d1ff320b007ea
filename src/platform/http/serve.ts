import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { Forbidden, InvalidInput } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { underKey } from '../idempotency/under-key.ts'
import type { StoredAnswer } from '../idempotency/keyed-transaction.ts'
import { problemType } from './answer-problems.ts'
import type { Access, Call, Contract, Handlers, Method, Practice, Route } from './contract-types.ts'
import { schemaOf, statusOf } from './describe-api.ts'
import { keyOf } from './idempotency-key.ts'
import { NotSignedIn, tell } from './problems.ts'
import { unkeepableTexts } from '../unkeepable-text.ts'

type AnyHandler = (call: Call<Route>) => Promise<unknown>

const jsonType = 'application/json; charset=utf-8'

/** Serves every route of a contract; the handlers are complete and typed by it. `practice` is for routes that do not say it themselves. */
export function serve<const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: Handlers<C>,
  { practice }: { readonly practice?: Practice } = {},
): void {
  for (const [key, given] of Object.entries<Route>(contract)) {
    const handler = (handlers as Record<string, unknown>)[key] as AnyHandler
    const route = practice && given.practice === undefined ? { ...given, practice } : given
    serveRoute(app, key, route, handler)
  }
}

function serveRoute(app: FastifyInstance, key: string, route: Route, handler: AnyHandler): void {
  const [method, path] = key.split(' ') as [Method, string]
  const { access, form, rate, bodyLimit, practice } = route
  app.served.push({ method, path, access, form })
  app.route({
    method,
    url: path,
    schema: schemaOf(method, path, route),
    config: { access, ...(practice ? { practice } : {}), ...limitOf(app, rate) },
    exposeHeadRoute: form === undefined,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    onRequest: async (httpRequest) => {
      httpRequest.signedIn = await app.identification.authenticate(httpRequest)
      refuseUnlessAllowed(access, httpRequest)
    },
    ...(route.readsAnyText ? {} : { preHandler: async (httpRequest) => refuseUnkeepable(httpRequest) }),
    handler: (httpRequest, reply) => answer(app, route, handler, httpRequest, reply),
  })
}

function limitOf(app: FastifyInstance, rate: Route['rate']): RouteOptions['config'] {
  if (rate === undefined) return {}
  const { max, seconds } = rate === 'sign-in' ? { max: app.signInsPerMinute, seconds: 60 } : rate
  return { rate, rateLimit: { max, timeWindow: seconds * 1000 } }
}

function refuseUnlessAllowed(access: Access, { signedIn }: FastifyRequest): void {
  if (access === 'anyone') return
  if (!signedIn) throw new NotSignedIn('Nobody is signed in')
  if (access !== 'person' && !access.some((role) => signedIn.roles.includes(role))) throw new Forbidden()
}

/** Otherwise the database refuses it, and somebody is told that it was a mistake of ours. */
function refuseUnkeepable({ params, query, body }: FastifyRequest): void {
  const found = [params, query, body].flatMap((part) => unkeepableTexts(part))
  if (found.length === 0) return
  throw new InvalidInput(found.map(({ place }) => ({ path: place.join('.'), code: 'unkeepable-character' })))
}

async function answer(
  app: FastifyInstance,
  route: Route,
  handler: AnyHandler,
  httpRequest: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { platform } = app
  const { params, query, body, signedIn } = httpRequest
  // The contract's schemas have checked the three; Handlers<C> says what they are.
  const call = { params, query, body, signedIn, platform, httpRequest, reply } as Call<Route>
  const keyed = keyOf(httpRequest, route)
  if (!keyed) {
    const value = await handler(call)
    return reply.sent || value === reply ? reply : send(reply, good(route, reply, value))
  }
  const kept = await underKey(platform, keyed, async () => {
    try {
      return good(route, reply, await handler(call))
    } catch (error) {
      return refusal(httpRequest, error, platform)
    }
  })
  return send(reply, kept)
}

function good(route: Route, reply: FastifyReply, value: unknown): StoredAnswer {
  const status = statusOf(route)
  reply.code(status)
  if (route.answer === undefined) return { status, contentType: null, body: null }
  return { status, contentType: jsonType, body: reply.serialize(value as Record<string, unknown>) as string }
}

/** A refusal is an answer and is kept; what can go differently the next time is thrown on, and told and logged there. */
function refusal(httpRequest: FastifyRequest, error: unknown, { translate }: Platform): StoredAnswer {
  const language = httpRequest.signedIn?.language ?? httpRequest.language
  const { problem } = tell(error, translate, language, httpRequest.id)
  if (problem.status >= 500 || problem.status === 429) throw error
  return { status: problem.status, contentType: problemType, body: JSON.stringify(problem) }
}

function send(reply: FastifyReply, { status, contentType, body }: StoredAnswer): FastifyReply {
  reply.code(status)
  if (contentType === null) return reply.send()
  return reply.type(contentType).send(body)
}
