import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { routes } from '../routes/all-routes.ts'
import { settle, type World } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { badRequest, forbidden, problem, throttled } from './problems.ts'
import { matchRoute, type Route } from './routes.ts'
import { answerBatch } from './batch.ts'
import type { Incoming } from './incoming.ts'

/** One call from its token to its answer, in the order in which Microsoft refuses: token, limits, permission, path. */
export async function dispatch(world: World, incoming: Incoming): Promise<Answer> {
  settle(world)
  const { method, path } = incoming
  const clientId = holderOf(world, incoming)
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
  if (clientId === null)
    return count(
      problem(world, 401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'),
      matched?.route,
    )
  if (method === 'POST' && path === '/$batch') return answerBatch(world, incoming, dispatch)
  if (!matched)
    return count(
      badRequest(world, `Resource not found for the segment '${path.split('/').at(-1) ?? ''}'.`),
      undefined,
    )
  const { route, at } = matched
  const call: Call = { ...incoming, at, clientId }
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

function holderOf(world: World, { header, query }: Incoming): string | null {
  const token = /^Bearer (.+)$/i.exec(header('authorization') ?? '')?.[1]
  if (token === undefined) return null
  // Runs out in the middle of a list, once for each link.
  const link = query.get('$skiptoken') ?? query.get('$deltatoken')
  if (link !== null && !world.struck.has(link) && world.faults.strikes('token-expires')) {
    world.struck.add(link)
    world.tokens.expire(token)
  }
  return world.tokens.holder(token, world.clock.now())
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
