import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl } from './control/control-routes.ts'
import type { Answer } from './http/call.ts'
import { json } from './http/call.ts'
import { preflight, readable } from './http/browsers.ts'
import { dispatch, usualHeaders } from './http/dispatch.ts'
import { badRequest, withCallIds } from './http/problems.ts'
import { readBlob } from './routes/blobs.ts'
import { takeCard } from './routes/workflows.ts'
import { adminConsent, discovery, giveToken, withBasic } from './sign-in/token.ts'
import { settle, type World } from './world.ts'

const mostBytes = 40 * 1024 * 1024
const contentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** Signing in, Graph, blob store, workflows and the simulator's own control: all at one address. */
export function graphServer(world: World): Server {
  return createServer((httpRequest, response) => {
    void answerOne(world, httpRequest, response).catch(() => response.destroy())
  })
}

async function answerOne(world: World, httpRequest: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(world, httpRequest)
  const isControl = url.pathname.startsWith('/simulator')
  if (!isControl && world.outage.kind === 'refuse') {
    httpRequest.socket.destroy()
    return
  }
  if (!isControl && world.outage.kind === 'hang') return
  const raw = await bytesOf(httpRequest)
  const answer =
    raw === null
      ? json({ error: { code: 'RequestEntityTooLarge' } }, 413)
      : await routed(world, httpRequest, url, raw)
  const isGraph = /^\/(?:v1[.]0|beta)(?:\/|$)/.test(url.pathname)
  if (!isGraph) {
    write(response, answer, {})
    return
  }
  const header = httpRequest.headers['client-request-id']
  const usual = usualHeaders(world, typeof header === 'string' ? header : null)
  write(response, withCallIds(answer, usual), { ...usual, ...readable })
}

/** Two slashes at the beginning are no other host. */
function addressOf(world: World, { url = '/' }: IncomingMessage): URL {
  return URL.parse(`${world.url()}${url.replace(/^\/*/, '/')}`) ?? new URL('/not-an-address', world.url())
}

async function routed(world: World, httpRequest: IncomingMessage, url: URL, raw: Buffer): Promise<Answer> {
  settle(world)
  const method = httpRequest.method ?? 'GET'
  const [, first = '', ...rest] = url.pathname.split('/')
  if (!isDecodable(url.pathname)) return badRequest(world, 'The request URI is not valid.')
  if (first === 'simulator') return answerControl(world, { method, path: `/${rest.join('/')}`, url, raw })
  if (method === 'OPTIONS' && httpRequest.headers['access-control-request-method'] !== undefined) return preflight
  if (first === 'v1.0' || first === 'beta')
    return dispatch(world, {
      method,
      version: first,
      path: `/${rest.join('/')}`,
      query: url.searchParams,
      header: (name) => {
        const value = httpRequest.headers[name]
        return typeof value === 'string' ? value : (value?.[0] ?? null)
      },
      body: parsed(raw),
      raw,
      isInBatch: false,
    })
  if (first === 'blob') return readBlob(world, url.searchParams.get('sig') ?? '')
  if (first === 'workflows' && method === 'POST') return takeCard(world, rest[0] ?? '', url.searchParams, raw)
  const place = rest.join('/')
  if (place === 'oauth2/v2.0/token' && method === 'POST')
    return giveToken(
      world,
      decodeURIComponent(first),
      withBasic(new URLSearchParams(raw.toString()), httpRequest.headers.authorization),
    )
  if (place === 'v2.0/.well-known/openid-configuration') return discovery(world, decodeURIComponent(first))
  if (place === 'discovery/v2.0/keys') return json({ keys: [] })
  if (place === 'adminconsent') return adminConsent(world, url.searchParams)
  return json({ error: { code: 'NotFound', message: `The simulator has nothing at ${url.pathname}` } }, 404)
}

function write(response: ServerResponse, answer: Answer, usual: Readonly<Record<string, string>>): void {
  const bytes =
    answer.bytes === undefined ? (answer.body === undefined ? '' : JSON.stringify(answer.body)) : answer.bytes
  const type = answer.type ?? (answer.body === undefined ? null : contentType)
  response.writeHead(answer.status, {
    ...usual,
    ...(type === null ? {} : { 'content-type': type }),
    ...answer.headers,
  })
  response.end(bytes)
}

async function bytesOf(httpRequest: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of httpRequest as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A body as JSON; a property may begin with a capital, as those of older clients do. */
function parsed(raw: Buffer): unknown {
  if (raw.length === 0) return undefined
  try {
    return withSmallNames(JSON.parse(raw.toString()))
  } catch {
    return undefined
  }
}

function withSmallNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSmallNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      withSmallNames(one),
    ]),
  )
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
