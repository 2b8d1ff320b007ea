import { type Answer, fieldsOf, json, nothing } from '../http/call.ts'
import { faultNames, mixture, usualSetting, type FaultName, type FaultSetting } from '../faults/faults.ts'
import { webhookAddress } from '../routes/workflows.ts'
import type { Limited } from '../http/throttle.ts'
import { settle, type World } from '../world.ts'
import { happenings, NotPossible } from './happenings.ts'
import { readTenant } from './read-tenant.ts'

export type ControlCall = {
  readonly method: string
  /** After `/simulator`. */
  readonly path: string
  readonly url: URL
  readonly raw: Buffer
}

/** What steers the simulator while it runs. Not part of Graph, and without a sign-in: it listens on this machine alone. */
export async function answerControl(world: World, { method, path, url, raw }: ControlCall): Promise<Answer> {
  const body = fieldsOf(raw.length === 0 ? {} : JSON.parse(raw.toString()))
  const doing = `${method} ${path.replace(/\/$/, '')}`
  try {
    if (doing.startsWith('POST /happen/'))
      return json(await happenings(world, path.slice('/happen/'.length), body))
    if (/^(?:PUT|DELETE) \/faults\//.test(doing))
      return setFault(world, method, path.slice('/faults/'.length), body)
    return answerFixed(world, doing, { url, body })
  } catch (error) {
    if (error instanceof NotPossible) return json({ error: error.message }, 400)
    throw error
  }
}

function answerFixed(
  world: World,
  doing: string,
  { url, body }: { readonly url: URL; readonly body: Readonly<Record<string, unknown>> },
): Answer {
  switch (doing) {
    case 'GET ':
      return json({
        ...readTenant(world, 'summary', url.searchParams),
        faults: Object.fromEntries(world.faults.on),
        webhook: webhookAddress(world),
      })
    case 'GET /faults':
      return json({ known: faultNames, on: Object.fromEntries(world.faults.on) })
    case 'DELETE /faults':
      world.faults.clear()
      return nothing
    case 'POST /faults/mixture': {
      world.faults.clear()
      const chosen = mixture(Number(body['seed'] ?? 1))
      for (const [name, setting] of chosen) world.faults.set(name, setting)
      return json(Object.fromEntries(chosen))
    }
    case 'GET /counters':
      return json(world.counters.read())
    case 'DELETE /counters':
      world.counters.reset()
      return nothing
    case 'POST /time':
      world.clock.advance(Number(body['milliseconds'] ?? 0) + 1000 * Number(body['seconds'] ?? 0))
      settle(world)
      return json({ now: world.clock.stamp() })
    case 'PUT /outage':
      world.outage = {
        kind: (body['kind'] as World['outage']['kind'] | undefined) ?? 'none',
        milliseconds: Number(body['milliseconds'] ?? 0),
      }
      return nothing
    case 'PUT /limits':
      Object.assign(world.throttle.limits, body as Partial<Record<Limited, never>>)
      return nothing
    case 'GET /cards':
      return json(world.cards)
    case 'POST /reset':
      world.reset()
      return nothing
    default:
      return doing.startsWith('GET /tenant/')
        ? json(readTenant(world, doing.slice('GET /tenant/'.length), url.searchParams))
        : json({ error: `The simulator has no ${doing}` }, 404)
  }
}

function setFault(world: World, method: string, name: string, body: Readonly<Record<string, unknown>>): Answer {
  const known = faultNames.find((one) => one === name)
  if (!known) throw new NotPossible(`There is no fault ${name}; there are ${faultNames.join(', ')}`)
  world.faults.set(known, method === 'DELETE' ? null : settingFrom(known, body))
  return nothing
}

function settingFrom(name: FaultName, body: Readonly<Record<string, unknown>>): FaultSetting {
  const { share, mode, permission, only } = body
  return {
    ...usualSetting(name),
    ...(typeof share === 'number' ? { share } : {}),
    ...(typeof mode === 'string' ? { mode } : {}),
    ...(typeof permission === 'string' ? { permission } : {}),
    ...(Array.isArray(only) ? { only: only.map(String) } : {}),
  }
}
