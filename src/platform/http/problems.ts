import { STATUS_CODES } from 'node:http'
import { Conflict, Forbidden, InvalidInput, NotFound, Refused, UpstreamFailed } from '../errors.ts'
import type { Translate } from '../i18n/translate.ts'
import { DoesNotFit, type FieldProblem, fieldProblems, namedProblems } from './input-problems.ts'
import type { Language } from './signed-in.ts'
import { transientFailure } from './transient-failure.ts'

/** RFC 9457, with a fixed `code` for programs and words for people. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors?: readonly FieldProblem[]
  /** What the words were made of, such as the evidence that is missing. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Where to find it in the log. */
  readonly reference?: string
}

export type Told = { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> }

/** Nobody is signed in, where somebody has to be (HTTP 401). */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** The platform itself says no, by a code that has words under `problems` in its catalogue. */
export class Declined extends Error {
  override readonly name = 'Declined'
  readonly status: number
  readonly code: string
  readonly values: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: string,
    { values = {}, headers = {} }: { values?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(`Declined: ${code}`)
    this.status = status
    this.code = code
    this.values = values
    this.headers = headers
  }
}

type Case = {
  readonly status: number
  readonly code: string
  /** Whose words to use when the code has none of its own. */
  readonly otherwise?: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly more?: Partial<Pick<Problem, 'errors' | 'data' | 'reference'>>
  readonly headers?: Readonly<Record<string, string>>
}

/** The only place that turns what went wrong into what a caller is told. */
export function tell(error: unknown, translate: Translate, language: Language, reference: string): Told {
  const {
    status,
    code,
    otherwise,
    values = {},
    more,
    headers = {},
  } = caseOf(error, translate, language, reference)
  const known = [code, ...(otherwise ? [otherwise] : [])].find(
    (one) => translate.find(language, `problems.${one}.title`) !== undefined,
  )
  const title = known ? translate.find(language, `problems.${known}.title`, values) : undefined
  const detail =
    translate.find(language, `refusals.${code}`, values) ??
    translate.find(language, `problems.${known}.detail`, { code, ...values })
  return {
    headers,
    problem: {
      type: `urn:tierwise:problem:${code}`,
      title: title ?? STATUS_CODES[status] ?? code,
      status,
      code,
      detail: detail ?? '',
      ...more,
    },
  }
}

/** Whether this is a mistake of ours: it is logged with its stack. */
export function isUnexpected(status: number): boolean {
  return status === 500
}

function caseOf(error: unknown, translate: Translate, language: Language, reference: string): Case {
  if (error instanceof Refused) {
    const { code, ...data } = error.refusal
    return { status: 409, code, otherwise: 'refused', values: data, more: { data } }
  }
  if (error instanceof DoesNotFit) return invalid(fieldProblems(error.issues, translate, language))
  if (error instanceof InvalidInput) return invalid(namedProblems(error.problems, translate, language))
  if (error instanceof NotFound) return { status: 404, code: 'not-found' }
  if (error instanceof NotSignedIn) {
    return { status: 401, code: 'not-signed-in', headers: { 'www-authenticate': 'Bearer' } }
  }
  if (error instanceof Forbidden) return { status: 403, code: error.code, otherwise: 'forbidden' }
  if (error instanceof Conflict) {
    const retry = error.code === 'idempotency-key-in-use' ? { 'retry-after': '1' } : {}
    return {
      status: 409,
      code: error.code,
      otherwise: 'conflict',
      values: error.details,
      more: { data: error.details },
      headers: retry,
    }
  }
  if (error instanceof Declined) {
    return { status: error.status, code: error.code, values: error.values, headers: error.headers }
  }
  if (error instanceof UpstreamFailed) {
    return { status: 502, code: 'upstream-failed', values: { upstream: error.upstream } }
  }
  const transient = transientFailure(error)
  if (transient === 'disk-full') return { status: 507, code: 'disk-full' }
  if (transient === 'busy') return { status: 503, code: 'busy', headers: { 'retry-after': '2' } }
  return ofFramework(error) ?? { status: 500, code: 'unexpected', values: { reference }, more: { reference } }
}

function invalid(errors: readonly FieldProblem[]): Case {
  return { status: 400, code: 'invalid-input', values: { count: errors.length }, more: { errors } }
}

/** Fastify and its plug-ins refuse by a status below 500 and a code of theirs. */
function ofFramework(error: unknown): Case | null {
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string }
  if (statusCode < 400 || statusCode >= 500) return null
  if (
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error instanceof SyntaxError
  ) {
    return { status: 400, code: 'invalid-json' }
  }
  if (statusCode === 413) return { status: 413, code: 'too-large' }
  if (statusCode === 415) return { status: 415, code: 'unsupported-type' }
  if (statusCode === 404) return { status: 404, code: 'not-found' }
  return { status: statusCode, code: 'malformed' }
}
