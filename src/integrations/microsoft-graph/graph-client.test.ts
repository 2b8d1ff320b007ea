import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { type ScriptedGraph, scriptedGraph } from '../../../tests/support/scripted-graph.ts'
import { type GraphClient, openGraph } from './graph-client.ts'
import type { Pace } from './pace.ts'

const tenantId = '3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11'

/** Waiting takes no time, and is counted. */
function hurried(): Pace & { readonly waited: number[] } {
  let at = 0
  const waited: number[] = []
  return {
    waited,
    now: () => at + performance.now(),
    chance: () => 0,
    wait: async (ms, signal) => {
      signal?.throwIfAborted()
      waited.push(ms)
      at += ms
    },
  }
}

describe('a client of Microsoft Graph', () => {
  let server: ScriptedGraph
  let graph: GraphClient
  let pace: ReturnType<typeof hurried>
  let written: string[]

  beforeEach(async () => {
    server = await scriptedGraph()
    pace = hurried()
    written = []
    const log = createLog('trace', { write: (line: string) => void written.push(line) })
    graph = openGraph(
      {
        tenantId,
        clientId: 'app-1',
        credential: { kind: 'secret', secret: 'canary-secret' },
        loginUrl: server.url,
        graphUrl: server.url,
        allowPrivate: true,
      },
      { clock: systemClock, log },
      pace,
    )
  })
  afterEach(async () => {
    await graph.close()
    await server.close()
  })

  it('signs in once for many calls, with the scope of its own cloud', async () => {
    server.answer = () => ({ body: { id: 'x' } })
    await Promise.all(Array.from({ length: 12 }, () => graph.get('/organization')))
    const signIns = server.seen.filter(({ url }) => url.includes('/oauth2/'))
    expect(signIns).toHaveLength(1)
    expect(signIns[0]?.url).toBe(`/${tenantId}/oauth2/v2.0/token`)
    const form = new URLSearchParams(signIns[0]?.body)
    expect(form.get('grant_type')).toBe('client_credentials')
    expect(form.get('scope')).toBe(`${server.url}/.default`)
    expect(server.seen.at(-1)?.headers['authorization']).toBe('Bearer token-1')
  })

  it('follows links as they are, over an empty page, and gives every item once', async () => {
    server.answer = ({ url }) => {
      if (url.endsWith('page=1%2b'))
        return { body: { value: [], '@odata.nextLink': `${server.url}/v1.0/users?page=2` } }
      if (url.endsWith('page=2')) return { body: { value: [{ id: 'b' }, { id: 'c' }] } }
      return {
        body: { value: [{ id: 'a' }, { id: 'b' }], '@odata.nextLink': `${server.url}/v1.0/users?page=1%2b` },
      }
    }
    expect(await graph.list('/users', { query: { $select: 'id', $top: 2 } })).toEqual([
      { id: 'a' },
      { id: 'b' },
      { id: 'c' },
    ])
    expect(server.asked()).toEqual([
      'GET /v1.0/users?$select=id&$top=2',
      'GET /v1.0/users?page=1%2b',
      'GET /v1.0/users?page=2',
    ])
  })
})
