/** What a rule answers when the answer is no: a kebab-case code, with whatever the words for it need. */
export type Refusal = { readonly code: string }

/** What a rule returns: a value, or a refusal that a person can be told. */
export type Result<Value, No extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No }

/** A rule said no to something well-formed (HTTP 409, or 422 where the contract says so). */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`Refused: ${refusal.code}`)
    this.refusal = refusal
  }
}

/** There is no such thing, or it is not for this person to know that there is (HTTP 404). */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Known, signed in, and not allowed (HTTP 403). `code` says why, for the words on the page. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly code: string

  constructor(code = 'forbidden') {
    super(`Forbidden: ${code}`)
    this.code = code
  }
}

/** One thing wrong with the input: where, and a kebab-case code. */
export type InputProblem = { readonly path: string; readonly code: string; readonly message?: string }

/** The input does not have the shape that the contract asks for (HTTP 400). */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[], options?: ErrorOptions) {
    super(`Invalid input: ${problems.map((problem) => `${problem.path} ${problem.code}`).join(', ')}`, options)
    this.problems = problems
  }
}

/** Someone else was first, or the same key was used for something else (HTTP 409). */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(`Conflict: ${code}`, options)
    this.code = code
    this.details = details
  }
}

/** Something outside Tierwise failed: a mail server, an identity provider, Graph (HTTP 502). */
export class UpstreamFailed extends Error {
  override readonly name = 'UpstreamFailed'
  readonly upstream: string
  /** True when trying again later can succeed without anyone changing anything. */
  readonly retryable: boolean

  constructor(upstream: string, failure: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(`${upstream} failed`, { cause: failure.cause })
    this.upstream = upstream
    this.retryable = failure.retryable
  }
}

/**
 * The person who runs Tierwise has to do something: free the port, make room on the disk, correct a setting.
 * The command line prints the message without a stack trace.
 */
export class OperatorMustAct extends Error {
  override readonly name = 'OperatorMustAct'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The value of a result; a refusal is thrown as `Refused`. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}
