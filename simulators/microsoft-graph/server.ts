import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl } from './control/control-routes.ts'
import type { Answer } from './http/call.ts'
import { json } from './http/call.ts'
import { dispatch, usualHeaders } from './http/dispatch.ts'
import { readBlob } from './routes/blobs.ts'
import { takeCard } from './routes/workflows.ts'
import { adminConsent, discovery, giveToken } from './sign-in/token.ts'
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
  const url = new URL(httpRequest.url ?? '/', world.url())
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
  const header = httpRequest.headers['client-request-id']
  write(response, answer, isGraph ? usualHeaders(world, typeof header === 'string' ? header : null) : {})
}

async function routed(world: World, httpRequest: IncomingMessage, url: URL, raw: Buffer): Promise<Answer> {
  settle(world)
  const method = httpRequest.method ?? 'GET'
  const [, first = '', ...rest] = url.pathname.split('/')
  if (first === 'simulator') return answerControl(world, { method, path: `/${rest.join('/')}`, url, raw })
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
    return giveToken(world, decodeURIComponent(first), new URLSearchParams(raw.toString()))
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

function parsed(raw: Buffer): unknown {
  if (raw.length === 0) return undefined
  try {
    return JSON.parse(raw.toString())
  } catch {
    return undefined
  }
}
