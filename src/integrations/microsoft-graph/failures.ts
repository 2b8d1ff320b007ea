import type { Instant } from '#platform/clock.ts'
import { OutboundRefused } from '#platform/outbound/guard.ts'
import { OutboundFailed } from '#platform/outbound/outbound-http.ts'
import type { SaidNo } from './answer.ts'
import { GraphFailure, type GraphFailureCode } from './graph-failure.ts'
import { permissionFor } from './permissions.ts'

type Asked = { readonly method: string; readonly path: string; readonly at: Instant }

/** What an answer other than 2xx means. */
export function failureOfStatus(
  { method, path, at }: Asked,
  status: number,
  said: SaidNo,
  retryAfter: number | null,
): GraphFailure {
  const code = codeOf(status, said)
  return new GraphFailure({
    code,
    status,
    graphCode: said.graphCode,
    answer: said.answer,
    // An access policy that leaves a mailbox or organiser out is no missing permission.
    permission: code === 'permission-missing' && !isPolicy(said.answer) ? permissionFor(method, path) : null,
    requestId: said.requestId,
    activityId: said.activityId,
    retryAfterMs: retryAfter,
    retryable: code === 'throttled' || code === 'unavailable',
    at,
  })
}

function codeOf(status: number, said: SaidNo): GraphFailureCode {
  switch (status) {
    case 401:
      return 'sign-in-refused'
    case 403:
      return 'permission-missing'
    case 404:
      return 'not-found'
    case 410:
      return 'gone'
    case 429:
      return 'throttled'
    case 408:
      return 'unavailable'
    case 400:
      return /^(?:syncStateNotFound|resyncRequired|syncStateInvalid)$/i.test(said.graphCode ?? '')
        ? 'gone'
        : 'refused'
    default:
      return status >= 500 ? 'unavailable' : status >= 400 ? 'refused' : 'bad-answer'
  }
}

function isPolicy(answer: string): boolean {
  return /access policy|access to odata is disabled/i.test(answer)
}

/** No answer came. */
export function failureOfWay({ at }: Pick<Asked, 'at'>, error: unknown): GraphFailure {
  const known = error instanceof OutboundFailed || error instanceof OutboundRefused
  return new GraphFailure(
    {
      code: 'unreachable',
      status: null,
      graphCode: null,
      answer: known ? error.code : 'broken-off',
      permission: null,
      requestId: null,
      activityId: null,
      retryAfterMs: null,
      retryable: !(error instanceof OutboundRefused && error.code === 'address-not-allowed'),
      at,
    },
    { cause: error },
  )
}

export function badAnswer({ at }: Pick<Asked, 'at'>, answer: string, status: number | null = null): GraphFailure {
  return plain('bad-answer', answer, at, status)
}

/** A stored link is of a connection that was changed since: as good as too old. */
export function linkOfAnother({ at }: Pick<Asked, 'at'>): GraphFailure {
  return plain('gone', 'a stored link to somewhere else', at, null)
}

/** It would have to wait longer than the caller can. */
export function heldBack({ at }: Pick<Asked, 'at'>, waitMs: number): GraphFailure {
  return new GraphFailure({
    code: 'throttled',
    status: null,
    graphCode: null,
    answer: 'waiting for its turn would take too long',
    permission: null,
    requestId: null,
    activityId: null,
    retryAfterMs: Math.ceil(waitMs),
    retryable: true,
    at,
  })
}

function plain(code: GraphFailureCode, answer: string, at: Instant, status: number | null): GraphFailure {
  return new GraphFailure({
    code,
    status,
    graphCode: null,
    answer,
    permission: null,
    requestId: null,
    activityId: null,
    retryAfterMs: null,
    retryable: false,
    at,
  })
}
