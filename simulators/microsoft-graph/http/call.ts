/** One call to the simulated Graph, also when it came inside a batch. */
export type Call = {
  readonly method: string
  readonly version: 'v1.0' | 'beta'
  /** Path after the version, without its query: `/users/5a1c/managedDevices`. */
  readonly path: string
  /** What the route's path has in its places. */
  readonly at: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly header: (name: string) => string | null
  readonly body: unknown
  readonly raw: Buffer
  readonly clientId: string
  readonly isInBatch: boolean
}

export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, with `type`. */
  readonly bytes?: Buffer | string
  readonly type?: string
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body, headers }
}

export const nothing: Answer = { status: 204 }

/** The fields of a JSON body; none where it is something else. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {}
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** What the client asked for in `Prefer`. */
export function preference(call: Call, name: string): string | null {
  const found = (call.header('prefer') ?? '')
    .split(/,|;/)
    .map((one) => one.trim())
    .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}=`))
  return found ? found.slice(name.length + 1).replace(/^"|"$/g, '') : null
}
