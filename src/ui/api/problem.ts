/** One field the server refused, with the place in the body as a JSON pointer (`/evidence/0/value`). */
export type FieldProblem = { readonly pointer: string; readonly code: string; readonly detail?: string }

/** What RFC 9457 (and Tierwise's additions: `code`, `errors`, `reference`) says went wrong. */
export type ProblemBody = {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly instance?: string
  /** The kebab-case code of a refusal; words for it live in a catalogue. */
  readonly code?: string
  readonly errors?: readonly FieldProblem[]
  /** What support needs to find the matching log line. */
  readonly reference?: string
  readonly [more: string]: unknown
}

/** The server answered, and the answer is no. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? codeForStatus(status)
    this.body = body
  }

  get reference(): string | null {
    return this.body.reference ?? null
  }

  get fields(): readonly FieldProblem[] {
    return this.body.errors ?? []
  }
}

/** The server could not be reached: nothing is known about whether it acted. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

function codeForStatus(status: number): string {
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many'
  if (status === 503) return 'unavailable'
  if (status === 507) return 'storage-full'
  return status >= 500 ? 'server-failed' : 'refused'
}
