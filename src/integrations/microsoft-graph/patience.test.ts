import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { type ScriptedGraph, scriptedGraph } from '../../../tests/support/scripted-graph.ts'
import { type GraphClient, openGraph } from './graph-client.ts'
import { realPace } from './pace.ts'
import { userChanges } from './read/directory.ts'
import { newMails } from './read/mail.ts'

/** What a client says where the caller's patience ends, and of links that were stored over another connection. */

let server: ScriptedGraph
let graph: GraphClient

beforeEach(async () => {
  server = await scriptedGraph()
  graph = openGraph(
    {
      tenantId: '3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11',
      clientId: 'app-1',
      credential: { kind: 'secret', secret: 'canary-secret' },
      loginUrl: server.url,
      graphUrl: server.url,
      allowPrivate: true,
    },
    { clock: systemClock, log: createLog('silent') },
    { ...realPace },
  )
})
afterEach(async () => {
  await graph.close()
  await server.close()
})

test('whoever waits when time is up hears that Microsoft made them wait, whether it was told so itself or waited along', async () => {
  server.answer = () => ({ status: 429, body: { error: { code: 'TooManyRequests', message: 'Later.' } } })
  const signal = AbortSignal.timeout(700)
  const asked = ['a', 'b', 'c'].map((id) => graph.get(`/users/${id}`, { signal }))
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'throttled', retryable: true } })
  const late = graph.get('/users/d', { signal: AbortSignal.timeout(100) })
  await expect(late).rejects.toMatchObject({ code: 'throttled' })
})

test('whoever waits for nothing when time is up hears that no answer came', async () => {
  server.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    return { body: {} }
  }
  await expect(graph.get('/users/a', { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
    name: 'TimeoutError',
  })
})

test.each(['https://graph.elsewhere.example/v1.0/users/delta?$deltatoken=1', 'http://127.0.0.1:9/v1.0/x?token=1'])(
  'a stored link that leads elsewhere (%s) is too old: everything is read, and no token goes there',
  async (link) => {
    server.answer = () => ({
      body: { value: [], '@odata.deltaLink': `${server.url}/v1.0/users/delta?$deltatoken=2` },
    })
    for await (const { restarted } of userChanges(graph, link)) expect(restarted).toBe(true)
    const from = { mailbox: 'support', folder: 'inbox', link, since: '2026-11-23T09:00:00.000Z' }
    for await (const { restarted } of newMails(graph, from)) expect(restarted).toBe(true)
    expect(server.asked()).toHaveLength(2)
  },
)
