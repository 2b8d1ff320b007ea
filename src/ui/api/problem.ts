/** One field the server refused: its place in the body (`evidence.0.value`), a code, and words for the person. */
export type FieldProblem = { readonly field: string; readonly code: string; readonly message: string }

/** What RFC 9457, and what Tierwise adds to it, says went wrong; `title` and `detail` are in the person's language. */
export type ProblemBody = {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  /** A fixed kebab-case code, for programs. */
  readonly code?: string
  readonly errors?: readonly FieldProblem[]
  /** What the words were made of, such as the evidence that is missing. */
  readonly data?: Readonly<Record<string, unknown>>
  /** What finds the matching line in the log. */
  readonly reference?: string
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
    this.code = body.code ?? (status === 401 ? 'not-signed-in' : 'unknown')
    this.body = body
  }

  get reference(): string | null {
    return this.body.reference ?? null
  }

  get data(): Readonly<Record<string, unknown>> {
    return this.body.data ?? {}
  }

  get fields(): readonly FieldProblem[] {
    return this.body.errors ?? []
  }
}

/** The server could not be reached: nothing is known about whether it acted. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
