import { jsonOf, readNoBody, retryAfterMs } from './answer.ts'
import { type Method, patienceMs, type Transport, waitBefore } from './call.ts'
import { badAnswer, failureOfStatus, heldBack } from './failures.ts'
import type { BatchAnswer, BatchCall, GraphOptions } from './graph-calls.ts'
import type { GraphFailure } from './graph-failure.ts'
import { meterOf } from './limits.ts'
import { WaitTooLong } from './throttle.ts'

const mostAtOnce = 20

/** Any number of calls in batches of twenty. Those that are told to wait are asked again, the others are answered. */
export async function batchOf(
  transport: Transport,
  calls: readonly BatchCall[],
  options: Pick<GraphOptions, 'version' | 'signal'>,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const answers = new Map<string, BatchAnswer>()
  const deadline = transport.pace.now() + patienceMs
  let open = calls
  for (let tried = 1; open.length > 0; tried += 1) {
    const again: BatchCall[] = []
    let wait = 0
    for (let from = 0; from < open.length; from += mostAtOnce) {
      const part = open.slice(from, from + mostAtOnce)
      for (const [call, answer] of await oneBatch(transport, part, deadline, options)) {
        const pause = answer.ok ? null : waitBefore(answer.failure, methodOf(call), tried, transport.pace)
        if (!answer.ok && answer.failure.code === 'throttled') {
          transport.throttle.hold(meterOf(methodOf(call), call.path), pause ?? answer.failure.retryAfterMs ?? 0)
        }
        if (pause === null || transport.pace.now() + pause > deadline) answers.set(call.id, answer)
        else {
          again.push(call)
          wait = Math.max(wait, pause)
        }
      }
    }
    open = again
    if (open.length > 0) await transport.pace.wait(wait, options.signal)
  }
  return answers
}

async function oneBatch(
  transport: Transport,
  calls: readonly BatchCall[],
  deadline: number,
  { version = 'v1.0', signal }: Pick<GraphOptions, 'version' | 'signal'>,
): Promise<readonly (readonly [BatchCall, BatchAnswer])[]> {
  const { connection, throttle, surroundings } = transport
  const leaves: (() => void)[] = []
  const meters = calls
    .map((call) => meterOf(methodOf(call), call.path))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  let body: unknown
  try {
    // Each part counts for its own service; of a service that lets few in at once, the batch is one. In order of their names, so that two
    // batches cannot wait for each other.
    const entered = new Set<string>()
    for (const meter of meters) {
      if (entered.has(meter.name)) await throttle.join(meter, deadline, signal)
      else leaves.push(await throttle.enter(meter, deadline, signal))
      entered.add(meter.name)
    }
    const answer = await transport.call({
      method: 'POST',
      url: `${connection.graphUrl}/${version}/$batch`,
      path: '/$batch',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: calls.map((call) => ({ ...withoutBody(call), ...bodyOf(call) })) }),
      ...(signal && { signal }),
    })
    body = jsonOf(answer.body)
  } catch (error) {
    if (error instanceof WaitTooLong) throw heldBack({ at: surroundings.clock.now() }, error.waitMs)
    throw error
  } finally {
    for (const leave of leaves) leave()
  }
  const responses = property(body, 'responses')
  const byId = new Map(
    (Array.isArray(responses) ? responses : []).map((one: unknown) => [String(property(one, 'id')), one]),
  )
  return calls.map((call) => [call, answerOf(call, byId.get(call.id), surroundings.clock.now())])
}

function withoutBody({ id, method, path }: BatchCall): object {
  return { id, method: method ?? 'GET', url: path }
}

function bodyOf({ body, headers }: BatchCall): object {
  if (body === undefined) return headers ? { headers } : {}
  return { body, headers: { 'content-type': 'application/json', ...headers } }
}

function answerOf(call: BatchCall, one: unknown, at: string): BatchAnswer {
  const status = property(one, 'status')
  if (typeof status !== 'number') return { ok: false, failure: badAnswer({ at }, 'not answered in the batch') }
  const body = property(one, 'body')
  if (status >= 200 && status < 300) return { ok: true, body: body ?? null }
  const headers = new Map(
    Object.entries((property(one, 'headers') ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  )
  const said = readNoBody(body, typeof body === 'string' ? body : '', headers.get('request-id') ?? null)
  const wait = retryAfterMs(headers.get('retry-after'), Date.now())
  const failure: GraphFailure = failureOfStatus(
    { method: methodOf(call), path: call.path, at },
    status,
    said,
    wait,
  )
  return { ok: false, failure }
}

function methodOf({ method }: BatchCall): Method {
  return method ?? 'GET'
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
