import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import { guardedLookup, isAllowedAddress, OutboundRefused, type OutboundPolicy } from './guard.ts'

export type OutboundCall = {
  readonly url: string | URL
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly signal?: AbortSignal
  /** For the whole call, from the look-up to the last byte. */
  readonly timeoutMs?: number
  /** A longer answer breaks the call off. */
  readonly maxBytes?: number
}

/** What came back; a redirect is an answer like others, since following one could lead inside. */
export type OutboundAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

/** No answer came, or not a whole one. Says nothing of the address beyond its host. */
export class OutboundFailed extends Error {
  override readonly name = 'OutboundFailed'
  readonly code: 'not-reachable' | 'too-slow' | 'too-large' | 'needs-tls' | 'broken-off'
  readonly host: string
  /** Nothing of the call had left when it failed: asking again does nothing twice. */
  readonly nothingSent: boolean

  constructor(
    code: OutboundFailed['code'],
    host: string,
    options?: ErrorOptions & { readonly nothingSent?: boolean },
  ) {
    super(`${code}: ${host}`, options)
    this.code = code
    this.host = host
    this.nothingSent = options?.nothingSent ?? false
  }
}

const agents = { outside: agent({ allowPrivate: false }), inside: agent({ allowPrivate: true }) }

function agent(policy: OutboundPolicy): Agent {
  return new Agent({
    connect: { lookup: guardedLookup(policy), timeout: 10_000 },
    keepAliveTimeout: 10_000,
    connections: 64,
  })
}

/**
 * One HTTP call to somewhere else: only where the policy lets it go, whatever a name resolves to; without TLS only inside; never
 * along a redirect; bounded in time and size. Throws `OutboundRefused`, `OutboundFailed`, or what the signal was aborted with.
 */
export async function callOutside(call: OutboundCall, policy: OutboundPolicy): Promise<OutboundAnswer> {
  const url = new URL(call.url)
  const host = url.hostname
  checkAddress(url, policy)
  const { timeoutMs = 30_000, maxBytes = 20_000_000 } = call
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout
  try {
    const answer = await request(url, {
      dispatcher: policy.allowPrivate ? agents.inside : agents.outside,
      method: call.method ?? 'GET',
      headers: { 'user-agent': 'Tierwise', ...call.headers },
      body: call.body ?? null,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal,
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of [value ?? []].flat()) headers.append(name, one)
    }
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > maxBytes) throw new OutboundFailed('too-large', host)
      parts.push(part)
    }
    return { status: answer.statusCode, headers, body: Buffer.concat(parts) }
  } catch (error) {
    if (call.signal?.aborted === true) throw call.signal.reason
    if (error instanceof OutboundFailed || error instanceof OutboundRefused) throw error
    if (timeout.aborted) throw new OutboundFailed('too-slow', host, { cause: error })
    throw failed(error, host)
  }
}

function checkAddress(url: URL, policy: OutboundPolicy): void {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && policy.allowPrivate)) {
    throw new OutboundFailed('needs-tls', url.hostname, { nothingSent: true })
  }
  // Sockets look up names alone: an address is checked here.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isAllowedAddress(literal, policy)) {
    throw new OutboundRefused('address-not-allowed', url.hostname)
  }
}

const beforeSending = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENOTFOUND',
])
const tooSlow = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function failed(error: unknown, host: string): OutboundFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (tooSlow.has(code)) return new OutboundFailed('too-slow', host, { cause: error })
  if (beforeSending.has(code))
    return new OutboundFailed('not-reachable', host, { cause: error, nothingSent: true })
  if (code.startsWith('ERR_TLS') || code.startsWith('CERT_') || /CERT|SELF_SIGNED/.test(code)) {
    return new OutboundFailed('not-reachable', host, { cause: error, nothingSent: true })
  }
  return new OutboundFailed('broken-off', host, { cause: error })
}
