import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { Declined } from './problems.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answers that are no page may load nothing and may not be framed. */
export const policyOfData =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

/** Pages load what we serve ourselves; scripts and styles also when they carry the nonce of this answer. */
export function policyOfPage(nonce: string, secure: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export async function protect(
  app: FastifyInstance,
  { baseUrl }: Pick<Platform, 'baseUrl'>,
  { signInsPerMinute }: { signInsPerMinute: number },
): Promise<void> {
  const own = new URL(baseUrl)
  await app.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    hsts: own.protocol === 'https:' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onRequest', async (httpRequest, reply) => {
    reply.header('content-security-policy', policyOfData)
    if (!httpRequest.url.startsWith('/health/')) refuseUnknownHost(httpRequest, own.hostname)
    if (!safeMethods.has(httpRequest.method)) refuseCrossSite(httpRequest)
  })
  await app.register(rateLimit, {
    global: true,
    max: 3_000,
    timeWindow: 60_000,
    // Whoever is on the machine itself does not need the network to wear it out. Sign-ins are counted all the same.
    allowList: (httpRequest: FastifyRequest) =>
      httpRequest.routeOptions.config.rate === undefined && loopbackAddresses.has(httpRequest.ip),
    errorResponseBuilder: (_httpRequest: FastifyRequest, { ttl }: { ttl: number }) =>
      new Declined(429, 'too-many', { values: { count: Math.max(1, Math.ceil(ttl / 1000)) } }),
  })
  app.decorate('signInsPerMinute', signInsPerMinute)
}

/** A page of another site whose name was made to point here, or a forged link in a mail, gets nothing. */
function refuseUnknownHost(httpRequest: FastifyRequest, own: string): void {
  const name = hostnameOf(httpRequest.host)
  if (name !== own && !loopback.has(name)) throw new Declined(421, 'unknown-host', { values: { host: name } })
}

/** Every browser of the last years sends one of these two headers with what another site makes it send. */
function refuseCrossSite(httpRequest: FastifyRequest): void {
  const site = httpRequest.headers['sec-fetch-site']
  const { origin } = httpRequest.headers
  const foreign =
    site === undefined
      ? origin !== undefined && hostOf(origin) !== httpRequest.host
      : site !== 'same-origin' && site !== 'none'
  if (foreign) throw new Declined(403, 'cross-site')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
}
