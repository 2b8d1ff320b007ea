import type { Instant } from '#platform/clock.ts'

/**
 * `sign-in-refused`: no token, so nothing works. `permission-missing`: `permission` names it. `gone`: a delta link is too old.
 * `refused`: Microsoft understood and said no (400, 409, 412). `unavailable`: its service failed. `unreachable`: no answer came.
 * `bad-answer`: what came back is no answer of Graph.
 */
export const graphFailureCodes = [
  'sign-in-refused',
  'permission-missing',
  'not-found',
  'throttled',
  'gone',
  'refused',
  'unavailable',
  'unreachable',
  'bad-answer',
] as const
export type GraphFailureCode = (typeof graphFailureCodes)[number]

export type GraphFailureFacts = {
  readonly code: GraphFailureCode
  /** Of the HTTP answer; null where none came. */
  readonly status: number | null
  /** Microsoft's own code, or AADSTS number at sign-in. For administrators, never to branch on. */
  readonly graphCode: string | null
  /** What Microsoft said, without ids and addresses, cut short. */
  readonly answer: string
  /** The permission that is missing, as Microsoft names it; null where that is not what is wrong. */
  readonly permission: string | null
  readonly requestId: string | null
  /** Of Intune: Microsoft asks for it in a case. */
  readonly activityId: string | null
  readonly retryAfterMs: number | null
  /** May the same succeed later without anybody changing anything? */
  readonly retryable: boolean
  readonly at: Instant
}

/** Graph, or the way to it, said no. Holds nothing secret: no token, no link, no body. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure'
  readonly code: GraphFailureCode
  readonly status: number | null
  readonly graphCode: string | null
  readonly answer: string
  readonly permission: string | null
  readonly requestId: string | null
  readonly activityId: string | null
  readonly retryAfterMs: number | null
  readonly retryable: boolean
  readonly at: Instant

  constructor(facts: GraphFailureFacts, options?: ErrorOptions) {
    super(`Graph: ${facts.code}${facts.status === null ? '' : ` (${facts.status})`}: ${facts.answer}`, options)
    this.code = facts.code
    this.status = facts.status
    this.graphCode = facts.graphCode
    this.answer = facts.answer
    this.permission = facts.permission
    this.requestId = facts.requestId
    this.activityId = facts.activityId
    this.retryAfterMs = facts.retryAfterMs
    this.retryable = facts.retryable
    this.at = facts.at
  }
}
