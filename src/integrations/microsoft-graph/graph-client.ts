import type { OutboundAnswer } from '#platform/outbound/outbound-http.ts'
import { addressOf } from './addresses.ts'
import { jsonOf } from './answer.ts'
import { batchOf } from './batch.ts'
import { createTransport, type Method } from './call.ts'
import { connectionName, type GraphConnection } from './connection.ts'
import { badAnswer } from './failures.ts'
import type { GraphClient, GraphOptions, GraphSurroundings } from './graph-calls.ts'
import { type Pace, realPace } from './pace.ts'
import { deltaOf, pagesOf } from './paging.ts'
import { rolesIn, tokenSource } from './sign-in.ts'
import { createThrottle, sharedThrottle } from './throttle.ts'

export type { GraphConnection } from './connection.ts'
export type { DeltaPage, GraphClient } from './graph-calls.ts'
export { GraphFailure } from './graph-failure.ts'

/** One token and one throttle per connection in this process. Close it when the connection is changed. */
export function openGraph(
  connection: GraphConnection,
  surroundings: GraphSurroundings,
  pace: Pace = realPace,
): GraphClient {
  const tokens = tokenSource(connection, surroundings, pace)
  const throttle = pace === realPace ? sharedThrottle(connectionName(connection)) : createThrottle(pace)
  const transport = createTransport(connection, surroundings, { tokens, throttle, pace })
  const closed = new AbortController()

  function bound<Options extends { readonly signal?: AbortSignal }>(options: Options): Options {
    const { signal } = options
    return { ...options, signal: signal ? AbortSignal.any([signal, closed.signal]) : closed.signal }
  }

  async function call(method: Method, path: string, options: GraphOptions): Promise<OutboundAnswer> {
    const address = addressOf(connection, path, options)
    if (address === null) throw badAnswer({ at: surroundings.clock.now() }, 'a link to somewhere else')
    const { body, headers = {}, signal } = bound(options)
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const sent = body === undefined ? undefined : isRaw ? body : JSON.stringify(body)
    return transport.call({
      method,
      ...address,
      headers: sent === undefined || isRaw ? headers : { 'content-type': 'application/json', ...headers },
      ...(sent !== undefined && { body: sent }),
      ...(signal && { signal }),
    })
  }

  async function parsed(method: Method, path: string, options: GraphOptions = {}): Promise<unknown> {
    const answer = await call(method, path, options)
    const body = jsonOf(answer.body)
    // A gateway that answers 200 with a page of its own.
    if (body === undefined)
      throw badAnswer({ at: surroundings.clock.now() }, 'no JSON in the answer', answer.status)
    return body
  }

  const pages = (path: string, options: GraphOptions = {}): AsyncIterable<readonly unknown[]> =>
    pagesOf(transport, path, bound(options))

  return {
    get: (path, options) => parsed('GET', path, options),
    post: (path, options) => parsed('POST', path, options),
    patch: (path, options) => parsed('PATCH', path, options),
    delete: (path, options) => parsed('DELETE', path, options),
    bytes: async (path, options = {}) => (await call('GET', path, options)).body,
    pages,
    list: async (path, { limit = Number.POSITIVE_INFINITY, ...options } = {}) => {
      const all: unknown[] = []
      for await (const page of pages(path, options)) {
        all.push(...page)
        if (all.length >= limit) return all.slice(0, limit)
      }
      return all
    },
    batch: (calls, options = {}) => batchOf(transport, calls, bound(options)),
    delta: (pathOrLink, options = {}) => deltaOf(transport, pathOrLink, bound(options)),
    signIn: async (signal) => {
      signal?.throwIfAborted()
      return { roles: rolesIn(await tokens.anew()) }
    },
    close: async () => closed.abort(new Error('the connection to Microsoft Graph was closed')),
  }
}
