import { randomUUID } from 'node:crypto'
import { callOutside, OutboundFailed, type OutboundAnswer } from '#platform/outbound/outbound-http.ts'
import { readNo, retryAfterMs } from './answer.ts'
import type { GraphConnection } from './connection.ts'
import { failureOfStatus, failureOfWay, heldBack } from './failures.ts'
import type { GraphSurroundings } from './graph-calls.ts'
import { GraphFailure } from './graph-failure.ts'
import { type Meter, meterOf } from './limits.ts'
import type { Pace } from './pace.ts'
import type { TokenSource } from './sign-in.ts'
import { type Throttle, WaitTooLong } from './throttle.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type Call = {
  readonly method: Method
  /** Whole, as it goes over the line. */
  readonly url: string
  /** Behind the version: for limits and permissions. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly signal?: AbortSignal
}

export type Transport = {
  readonly call: (call: Call) => Promise<OutboundAnswer>
  readonly throttle: Throttle
  readonly pace: Pace
  readonly connection: GraphConnection
  readonly surroundings: GraphSurroundings
}

/** Of calls that were sent away: they have had no effect, and patience ends them anyway. */
const mostWhenThrottled = 8
const mostWhenFailing = 3
const longestGuessMs = 20_000
/** For everything together: waiting for a turn, being told to wait, asking again. */
export const patienceMs = 120_000
const oneCallMs = 45_000
const maxAnswerBytes = 60_000_000

/** One call to Graph until it is answered: signs in, waits for its turn, waits when told to, asks again where that is safe. */
export function createTransport(
  connection: GraphConnection,
  surroundings: GraphSurroundings,
  parts: { readonly tokens: TokenSource; readonly throttle: Throttle; readonly pace: Pace },
): Transport {
  const { tokens, throttle, pace } = parts
  const { clock, log } = surroundings

  async function once(call: Call, meter: Meter, deadline: number): Promise<OutboundAnswer | GraphFailure> {
    const { signal } = call
    let leave: () => void
    try {
      leave = await throttle.enter(meter, deadline, signal)
    } catch (error) {
      if (error instanceof WaitTooLong) throw heldBack({ at: clock.now() }, error.waitMs)
      const held = throttle.heldMs(meter)
      if (isTimeUp(signal) && held > 0) throw heldBack({ at: clock.now() }, held)
      throw error
    }
    try {
      const token = await tokenFor(signal)
      if (typeof token !== 'string') return token
      return await send(call, token, Math.max(1000, Math.min(oneCallMs, deadline - pace.now())))
    } finally {
      leave()
    }
  }

  /** A sign-in that is refused ends the call; one that may work later is a failure like others. */
  async function tokenFor(signal?: AbortSignal): Promise<string | GraphFailure> {
    try {
      return await tokens.token(signal)
    } catch (error) {
      if (!(error instanceof GraphFailure) || !error.retryable) throw error
      untouched.add(error)
      return error
    }
  }

  async function send(call: Call, token: string, timeoutMs: number): Promise<OutboundAnswer | GraphFailure> {
    const { method, url, path, signal } = call
    const headers = { accept: 'application/json', 'client-request-id': randomUUID(), ...call.headers }
    try {
      const answer = await callOutside(
        {
          url,
          method,
          headers: { ...headers, authorization: `Bearer ${token}` },
          ...(call.body !== undefined && { body: call.body }),
          ...(signal && { signal }),
          timeoutMs,
          maxBytes: maxAnswerBytes,
        },
        { allowPrivate: connection.allowPrivate },
      )
      if (answer.status >= 200 && answer.status < 300) return answer
      if (answer.status === 401) tokens.spent(token)
      const wait = retryAfterMs(answer.headers.get('retry-after'), Date.now())
      return failureOfStatus({ method, path, at: clock.now() }, answer.status, readNo(answer), wait)
    } catch (error) {
      signal?.throwIfAborted()
      const failure = failureOfWay({ at: clock.now() }, error)
      if (error instanceof OutboundFailed && error.nothingSent) untouched.add(failure)
      return failure
    }
  }

  return {
    throttle,
    pace,
    connection,
    surroundings,
    call: async (call) => {
      const meter = meterOf(call.method, call.path)
      const deadline = pace.now() + patienceMs
      let signedInAgain = false
      let throttled: GraphFailure | null = null
      for (let tried = 1; ; tried += 1) {
        const answer = await once(call, meter, deadline).catch((error: unknown) => {
          throw throttled !== null && isTimeUp(call.signal) ? throttled : error
        })
        if (!(answer instanceof GraphFailure)) return answer
        if (answer.code === 'sign-in-refused' && !signedInAgain) {
          // Ended halfway: the same call with another token.
          signedInAgain = true
          continue
        }
        const wait = waitBefore(answer, call.method, tried, pace)
        // Told to wait: everybody who calls this service waits, since calls made meanwhile count as well.
        if (answer.code === 'throttled') {
          throttled = answer
          throttle.hold(meter, wait ?? answer.retryAfterMs ?? 0)
        }
        if (wait === null || pace.now() + wait > deadline) throw answer
        log.warn(
          { meter: meter.name.split(' ')[0], status: answer.status, code: answer.code, waitMs: wait, tried },
          'Microsoft Graph is asked again',
        )
        if (answer.code !== 'throttled') await pace.wait(wait, call.signal)
      }
    },
  }
}

/** The caller's patience ended, which says nothing of Microsoft: what it said last does. */
function isTimeUp(signal: AbortSignal | undefined): boolean {
  const reason: unknown = signal?.aborted === true ? signal.reason : null
  return reason instanceof Error && reason.name === 'TimeoutError'
}

/** Failures of calls of which nothing had left. */
const untouched = new WeakSet<GraphFailure>()

/** How long to wait before asking again; null where it is not asked again. */
export function waitBefore(failure: GraphFailure, method: Method, tried: number, pace: Pace): number | null {
  if (!failure.retryable || tried >= mostWhenThrottled) return null
  const told = failure.retryAfterMs
  if (failure.code === 'throttled') return told ?? growing(tried, pace)
  // What may have had an effect is not asked twice.
  if (method === 'POST' && !untouched.has(failure)) return null
  // A service that fails for all devices at once keeps failing: two more times are enough.
  if (tried >= mostWhenFailing) return null
  return told ?? growing(tried, pace)
}

/** One second, two, four, …, each up to half longer by chance. */
function growing(tried: number, pace: Pace): number {
  return Math.round(Math.min(longestGuessMs, 1000 * 2 ** (tried - 1)) * (1 + pace.chance() / 2))
}
