import { createPrivateKey, X509Certificate } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Instant } from '#platform/clock.ts'
import { callOutside, type OutboundAnswer } from '#platform/outbound/outbound-http.ts'
import { clean, jsonOf, retryAfterMs } from './answer.ts'
import type { GraphConnection } from './connection.ts'
import { failureOfWay } from './failures.ts'
import type { GraphSurroundings } from './graph-calls.ts'
import { GraphFailure } from './graph-failure.ts'
import type { Pace } from './pace.ts'

export type TokenSource = {
  /** A token that is good for a while. */
  readonly token: (signal?: AbortSignal) => Promise<string>
  /** This one was not accepted: the next call gets another. */
  readonly spent: (token: string) => void
  /** Another one, whatever is held and whatever was refused. */
  readonly anew: () => Promise<string>
}

/** A refusal is not asked for again at once: many callers would otherwise knock for each of their calls. */
const refusedForMs = 20_000

/** Renewed so long before its end: a call can take a while, and clocks differ. */
const beforeEndMs = 300_000

/** One token for everybody who uses this connection; whoever comes while it is fetched waits for the same one. */
export function tokenSource(
  connection: GraphConnection,
  surroundings: GraphSurroundings,
  pace: Pace,
): TokenSource {
  let held: { readonly token: string; readonly until: number } | null = null
  let fetching: Promise<string> | null = null
  let spent: string | null = null
  let refused: { readonly failure: GraphFailure; readonly until: number } | null = null

  async function fetchToken(): Promise<string> {
    try {
      const { access_token: token, expires_in: seconds } = await askForToken(connection, surroundings)
      const lifeMs = (typeof seconds === 'number' && seconds > 0 ? seconds : 300) * 1000
      held = { token, until: pace.now() + Math.max(lifeMs / 2, lifeMs - beforeEndMs) }
      refused = null
      return token
    } catch (error) {
      if (error instanceof GraphFailure && error.code === 'sign-in-refused') {
        refused = { failure: error, until: pace.now() + refusedForMs }
      }
      throw error
    }
  }

  function fetchOnce(): Promise<string> {
    // Not bound to one caller's signal: others wait for the same token.
    fetching ??= fetchToken().finally(() => {
      fetching = null
    })
    return fetching
  }

  return {
    token: async (signal) => {
      signal?.throwIfAborted()
      if (held !== null && held.token !== spent && pace.now() < held.until) return held.token
      if (refused !== null && pace.now() < refused.until) throw refused.failure
      return fetchOnce()
    },
    spent: (token) => {
      spent = token
    },
    anew: async () => {
      await fetching?.catch(() => null)
      return fetchOnce()
    },
  }
}

async function askForToken(
  connection: GraphConnection,
  { clock }: GraphSurroundings,
): Promise<oidc.TokenEndpointResponse> {
  let answered: OutboundAnswer | null = null
  let wayFailed: unknown = null
  try {
    const configuration = await configurationFor(connection, clock.now())
    configuration[oidc.customFetch] = async (url, { method, headers, body }) => {
      try {
        answered = await callOutside(
          {
            url,
            method: method as 'POST',
            headers,
            body: body instanceof URLSearchParams ? body.toString() : '',
            timeoutMs: 15_000,
            maxBytes: 200_000,
          },
          { allowPrivate: connection.allowPrivate },
        )
      } catch (error) {
        wayFailed = error
        throw error
      }
      return new Response(Buffer.from(answered.body), { status: answered.status, headers: answered.headers })
    }
    return await oidc.clientCredentialsGrant(configuration, { scope: `${connection.graphUrl}/.default` })
  } catch (error) {
    if (wayFailed !== null) throw failureOfWay({ at: clock.now() }, wayFailed)
    throw signInFailure(clock.now(), answered, error)
  }
}

async function configurationFor(
  { loginUrl, tenantId, clientId, credential, allowPrivate }: GraphConnection,
  now: Instant,
): Promise<oidc.Configuration> {
  const tokenEndpoint = `${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
  const configuration = new oidc.Configuration(
    { issuer: `${loginUrl}/${encodeURIComponent(tenantId)}/v2.0`, token_endpoint: tokenEndpoint },
    clientId,
    {},
    credential.kind === 'secret'
      ? oidc.ClientSecretPost(credential.secret)
      : await certificateAuth(credential, tokenEndpoint, now),
  )
  // oxlint-disable-next-line typescript/no-deprecated -- marked so that nobody uses it lightly; only where private addresses are allowed
  if (allowPrivate && loginUrl.startsWith('http:')) oidc.allowInsecureRequests(configuration)
  return configuration
}

/** Microsoft finds the certificate by its SHA-256 thumbprint. */
async function certificateAuth(
  { privateKey, certificate }: { readonly privateKey: string; readonly certificate: string },
  audience: string,
  now: Instant,
): Promise<oidc.ClientAuth> {
  const key = createPrivateKey(privateKey).toCryptoKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const thumbprint = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex')
  return oidc.PrivateKeyJwt(key, {
    [oidc.modifyAssertion]: (header, payload) => {
      header['x5t#S256'] = thumbprint.toString('base64url')
      header['typ'] = 'JWT'
      payload['aud'] = audience
      // Five minutes either way: clocks differ.
      const seconds = Math.floor(Date.parse(now) / 1000)
      Object.assign(payload, { iat: seconds, nbf: seconds - 300, exp: seconds + 300 })
    },
  })
}

/** The secret is neither in the message nor in the cause: what failed is told by Microsoft's own number. */
function signInFailure(at: Instant, answered: OutboundAnswer | null, error: unknown): GraphFailure {
  const body = answered === null ? undefined : jsonOf(answered.body)
  const said = (name: string): string | null => {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? value : null
  }
  const description = said('error_description')
  const status = answered?.status ?? null
  const number = /AADSTS\d+/.exec(description ?? '')?.[0] ?? null
  const isBusy = status === 429
  const isDown = (status !== null && status >= 500) || said('error') === 'temporarily_unavailable'
  const isRefused = said('error') !== null && !isBusy && !isDown
  // Without an answer it is the key or certificate that cannot be used.
  const code = isBusy
    ? 'throttled'
    : isDown
      ? 'unavailable'
      : isRefused || answered === null
        ? 'sign-in-refused'
        : 'bad-answer'
  const reason = description?.split(/\s*Trace ID:|\r?\n/)[0] ?? said('error')
  return new GraphFailure({
    code,
    status,
    graphCode: number ?? said('error'),
    answer: clean(
      reason ?? (answered === null ? `key or certificate unusable: ${kindOf(error)}` : 'no token in the answer'),
    ),
    permission: null,
    requestId: said('trace_id') ?? /Trace ID:\s*([0-9a-f-]{36})/i.exec(description ?? '')?.[1] ?? null,
    activityId: said('correlation_id'),
    retryAfterMs: retryAfterMs(answered?.headers.get('retry-after'), Date.parse(at)),
    retryable: isBusy || isDown,
    at,
  })
}

function kindOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable'
}

/** The application permissions that a token carries; empty where it cannot be read, which Microsoft allows itself. */
export function rolesIn(token: string): readonly string[] {
  const claims = jsonOf(Buffer.from(token.split('.')[1] ?? '', 'base64url'))
  const roles =
    typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>)['roles'] : undefined
  return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : []
}
