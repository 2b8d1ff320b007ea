import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { routes } from '../routes/all-routes.ts'
import { settle, type World } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { badRequest, forbidden, notAllowed, problem, throttled } from './problems.ts'
import { matchRoute, methodsAt, type Route, segmentsOf } from './routes.ts'
import { answerBatch } from './batch.ts'
import type { Incoming } from './incoming.ts'

/** One call from its token to its answer, in the order in which Microsoft refuses: token, limits, permission, path. */
export async function dispatch(world: World, incoming: Incoming): Promise<Answer> {
  settle(world)
  const { method, path } = incoming
  const holder = holderOf(world, incoming)
  const matched = matchRoute(routes, method, path)
  const count = (answer: Answer, route: Route | undefined): Answer => {
    world.counters.add({
      limited: route?.limited ?? 'any',
      method,
      path: `/${incoming.version}${path}`,
      status: answer.status,
      second: Math.floor(world.clock.now() / 1000),
    })
    return answer
  }
  if (typeof holder !== 'string') return count(notAccepted(world, holder.words), matched?.route)
  const segments = segmentsOf(path)
  if (method === 'POST' && segments.join('/') === '$batch') return answerBatch(world, incoming, dispatch)
  if (segments[0]?.toLowerCase() === 'me')
    return count(badRequest(world, '/me request is only valid with delegated authentication flow.'), undefined)
  const allowed = matched ? [] : methodsAt(routes, path)
  if (allowed.length > 0) return count(notAllowed(world, allowed), undefined)
  if (!matched)
    return count(badRequest(world, `Resource not found for the segment '${segments.at(-1) ?? ''}'.`), undefined)
  if (isUnreadable(incoming))
    return count(
      badRequest(
        world,
        'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      ),
      matched.route,
    )
  const { route, at } = matched
  const call: Call = { ...incoming, at, clientId: holder }
  return count(refusal(world, route, call) ?? (await answered(world, route, call)), route)
}

async function answered(world: World, route: Route, call: Call): Promise<Answer> {
  if (world.outage.kind === 'slow') await pause(world.outage.milliseconds)
  try {
    return await route.answer(call, world)
  } catch (error) {
    return problem(world, 500, 'InternalServerError', error instanceof Error ? error.message : 'unknown')
  }
}

function isUnreadable({ body, raw, header }: Incoming): boolean {
  return raw.length > 0 && body === undefined && /json/i.test(header('content-type') ?? '')
}

function notAccepted(world: World, words: string): Answer {
  const realm = `Bearer realm="", authorization_uri="${world.url()}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`
  return {
    ...problem(world, 401, 'InvalidAuthenticationToken', words),
    headers: { 'www-authenticate': realm },
  }
}

/** Whose token it is, or why it is not accepted. */
function holderOf(world: World, { header, query }: Incoming): string | { readonly words: string } {
  const token = /^Bearer (.+)$/i.exec(header('authorization') ?? '')?.[1]
  if (token === undefined) return { words: 'Access token is empty.' }
  // Runs out in the middle of a list, once for each link.
  const link = query.get('$skiptoken') ?? query.get('$deltatoken')
  if (link !== null && !world.struck.has(link) && world.faults.strikes('token-expires')) {
    world.struck.add(link)
    world.tokens.expire(token)
  }
  const held = world.tokens.holder(token, world.clock.now())
  if (held === null)
    return {
      words:
        token.split('.').length === 3
          ? 'Access token has expired or is not yet valid.'
          : 'IDX14100: JWT is not well formed, there are no dots (.).',
    }
  if (!isForGraph(world, held.audience)) return { words: 'Access token validation failure. Invalid audience.' }
  return held.clientId
}

/** Graph in any of Microsoft's clouds, by its own id, or this simulator by its address. */
function isForGraph(world: World, audience: string): boolean {
  return (
    /^https:\/\/(?:graph\.microsoft\.(?:com|us)|dod-graph\.microsoft\.us|microsoftgraph\.chinacloudapi\.cn)\/?$/.test(
      audience,
    ) ||
    audience === '00000003-0000-0000-c000-000000000000' ||
    audience.replace(/\/$/, '') === world.url()
  )
}

function refusal(world: World, route: Route, call: Call): Answer | null {
  if (world.outage.kind === 'error')
    return problem(world, 503, 'serviceNotAvailable', 'The service is unavailable.')
  const selects = call.query.has('$select') ? 1 : 0
  const wait = world.throttle.take({
    limited: route.limited,
    party: route.limited === 'outlook' ? `${call.clientId} ${call.at['id'] ?? ''}` : call.clientId,
    isWrite: call.method !== 'GET',
    cost: Math.max(1, (route.cost ?? 1) - selects),
  })
  if (wait !== null) return throttled(String(Math.max(1, Math.ceil(wait))))
  if (world.faults.strikes('throttled')) {
    const mode = world.faults.mode('throttled', ['whole', 'decimal', 'missing'])
    return throttled(mode === 'whole' ? '1' : mode === 'decimal' ? '0.428' : null)
  }
  if (route.betaOnly === true && call.version === 'v1.0')
    return badRequest(world, `Resource not found for the segment '${call.path.split('/').at(-1) ?? ''}'.`)
  const granted = world.registrations.get(call.clientId)?.permissions ?? new Set()
  const missing = world.faults.on.get('permission')?.permission
  const has = route.needs.length === 0 || route.needs.some((one) => granted.has(one) && !isTaken(one, missing))
  return has ? null : forbidden(world, route.area, route.needs)
}

/** Whoever may write may also read; without the permission to read, neither is left. */
function isTaken(permission: string, missing: string | undefined): boolean {
  return (
    missing !== undefined && (permission === missing || permission === missing.replace('.Read.', '.ReadWrite.'))
  )
}

/** Headers of every answer of Graph. */
export function usualHeaders(world: World, clientRequestId: string | null): Record<string, string> {
  return {
    'request-id': randomUUID(),
    'client-request-id': clientRequestId ?? randomUUID(),
    date: new Date(world.clock.now()).toUTCString(),
    'strict-transport-security': 'max-age=31536000',
  }
}
