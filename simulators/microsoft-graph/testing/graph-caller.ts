import type { Simulator } from '../simulator.ts'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The answer read as JSON. */
  readonly json: Readonly<Record<string, unknown>>
}

export type GraphCaller = {
  readonly token: string
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>
  readonly post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answered>
}

export async function askToken(
  { url, connection }: Simulator,
  form: Readonly<Record<string, string>>,
  tenant = connection.tenantId,
): Promise<Answered> {
  return answered(
    await fetch(`${url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) }),
  )
}

export const graphScope = 'https://graph.microsoft.com/.default'

/** Calls Graph as itself, without the product's client. */
export async function graphCaller(simulator: Simulator, purpose: 'read' | 'act' = 'read'): Promise<GraphCaller> {
  const { clientId, secret } = simulator.connection[purpose]
  const { json } = await askToken(simulator, {
    grant_type: 'client_credentials',
    scope: graphScope,
    client_id: clientId,
    client_secret: secret,
  })
  const token = String(json['access_token'])
  const call = async (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    answered(
      await fetch(path.startsWith('http') ? path : `${simulator.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
  return {
    token,
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    post: (path, body, headers = {}) => call('POST', path, body, headers),
  }
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: read(text) }
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** What a list holds. */
export function items({ json }: Answered): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(json['value']) ? (json['value'] as Record<string, unknown>[]) : []
}

export function nextLink({ json }: Answered): string | null {
  return typeof json['@odata.nextLink'] === 'string' ? json['@odata.nextLink'] : null
}

export function codeOf({ json }: Answered): string {
  const { code } = { code: null, ...(json['error'] as Readonly<Record<string, unknown>> | undefined) }
  return typeof code === 'string' ? code : ''
}

/** Everything of a list, by its links. */
export async function allOf(caller: GraphCaller, path: string): Promise<Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = []
  for (let link: string | null = path; link !== null; ) {
    const answer = await caller.get(link)
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 200)}`)
    found.push(...items(answer))
    link = nextLink(answer)
  }
  return found
}
