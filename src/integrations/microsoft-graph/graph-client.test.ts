import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { type ScriptedAnswer, type ScriptedGraph, scriptedGraph } from '../../../tests/support/scripted-graph.ts'
import { type GraphClient, type GraphFailure, openGraph } from './graph-client.ts'
import type { Pace } from './pace.ts'

const tenantId = '3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11'

/** Waiting takes no time, and is counted. */
function hurried(): { -readonly [Part in keyof Pace]: Pace[Part] } & { readonly waited: number[] } {
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

  const busy = (retryAfter?: string) => ({
    status: 429,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    body: { error: { code: 'TooManyRequests', message: 'Please retry again later.' } },
  })
  const fine = { body: { id: 'x' } }

  function inTurn(...answers: readonly ScriptedAnswer[]): void {
    let turn = 0
    server.answer = () => answers[Math.min(turn++, answers.length - 1)] ?? fine
  }

  describe('that is told to wait', () => {
    it.each([
      ['7', 7000],
      ['2.128', 2128],
      [undefined, 1000],
    ])('waits as long as it is told: %s', async (retryAfter, waits) => {
      inTurn(busy(retryAfter), fine)
      expect(await graph.get('/organization')).toEqual({ id: 'x' })
      expect(pace.waited.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(waits - 50)
      expect(pace.waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(waits)
    })

    it('waits longer each time where it is not told how long, and gives up', async () => {
      server.answer = () => busy()
      await expect(graph.get('/organization')).rejects.toMatchObject({
        code: 'throttled',
        status: 429,
        retryable: true,
      })
      expect(server.asked()).toHaveLength(8)
      expect(pace.waited.map((ms) => Math.round(ms / 1000))).toEqual([1, 2, 4, 8, 16, 20, 20])
    })

    it('does not wait longer than it has patience, and says how long it would have been', async () => {
      server.answer = () => busy('900')
      await expect(graph.get('/organization')).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 900_000 })
      expect(server.asked()).toHaveLength(1)
      // Who comes meanwhile does not even ask.
      await expect(graph.get('/users/a')).rejects.toMatchObject({ code: 'throttled' })
      expect(server.asked()).toHaveLength(1)
      // Another service is not held.
      inTurn(fine)
      await graph.get('/deviceManagement/managedDevices/a')
      expect(server.asked()).toHaveLength(2)
    })

    it('asks only those parts of a batch again that were sent away', async () => {
      let round = 0
      server.answer = ({ body }) => {
        round += 1
        const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] }
        const responses = requests.map(({ id }) =>
          round === 1 && id === '2'
            ? { id, status: 429, headers: { 'Retry-After': '5' }, body: {} }
            : id === '3'
              ? { id, status: 403, body: { error: { code: 'Forbidden', message: 'no' } } }
              : { id, status: 200, body: { id } },
        )
        return { body: { responses: responses.toReversed() } }
      }
      const answers = await graph.batch([
        { id: '1', path: '/users/a' },
        { id: '2', path: '/users/b' },
        { id: '3', path: '/users/c/managedDevices' },
      ])
      expect(answers.get('1')).toEqual({ ok: true, body: { id: '1' } })
      expect(answers.get('2')).toEqual({ ok: true, body: { id: '2' } })
      expect(answers.get('3')).toMatchObject({
        ok: false,
        failure: { code: 'permission-missing', permission: 'DeviceManagementManagedDevices.Read.All' },
      })
      expect(
        server.seen.filter(({ url }) => url.endsWith('$batch')).map(({ body }) => body.match(/"id"/g)?.length),
      ).toEqual([3, 1])
      expect(pace.waited.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(4900)
    })

    it('cuts more than twenty calls into batches', async () => {
      server.answer = ({ body }) => {
        const { requests } = JSON.parse(body) as { requests: { id: string }[] }
        return { body: { responses: requests.map(({ id }) => ({ id, status: 200, body: id })) } }
      }
      const calls = Array.from({ length: 45 }, (_, at) => ({ id: String(at), path: `/users/${at}` }))
      expect((await graph.batch(calls)).size).toBe(45)
      expect(server.asked()).toHaveLength(3)
    })
  })

  it('takes another token when one ends halfway, and asks for the same link again', async () => {
    server.answer = ({ url, headers }) => {
      if (!url.includes('page=2')) {
        return { body: { value: [{ id: 'a' }], '@odata.nextLink': `${server.url}/v1.0/users?page=2` } }
      }
      if (headers['authorization'] === 'Bearer token-1') {
        return { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'expired' } } }
      }
      return { body: { value: [{ id: 'b' }] } }
    }
    expect(await graph.list('/users')).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(server.asked()).toEqual(['GET /v1.0/users', 'GET /v1.0/users?page=2', 'GET /v1.0/users?page=2'])
  })

  it('renews a token before its end', async () => {
    inTurn(fine)
    await graph.get('/organization')
    await pace.wait(3_400_000)
    await graph.get('/organization')
    expect(server.seen.at(-1)?.headers['authorization']).toBe('Bearer token-2')
  })

  describe('that is refused', () => {
    it('says so at sign-in by number, without the secret, and does not knock again at once', async () => {
      server.signIn = () => ({
        status: 401,
        body: {
          error: 'invalid_client',
          error_description:
            'AADSTS7000222: The provided client secret keys are expired. Trace ID: 4f0d2f7a-6f0e-4a7a-9f3e-5b1d6c1e0300',
        },
      })
      const expected = { code: 'sign-in-refused', status: 401, graphCode: 'AADSTS7000222', retryable: false }
      await expect(graph.get('/organization')).rejects.toMatchObject(expected)
      await expect(graph.get('/organization')).rejects.toMatchObject(expected)
      expect(server.seen).toHaveLength(1)
      await pace.wait(21_000)
      server.signIn = () => ({ body: { token_type: 'Bearer', expires_in: 3599, access_token: 'renewed' } })
      expect(await graph.get('/organization')).toEqual({})
    })

    it('asks at most once more with another token', async () => {
      server.answer = () => ({ status: 401 })
      await expect(graph.get('/organization')).rejects.toMatchObject({ code: 'sign-in-refused', status: 401 })
      expect(server.asked()).toHaveLength(2)
    })

    it.each([
      ['GET', '/users/a/managedDevices', 'DeviceManagementManagedDevices.Read.All'],
      ['GET', '/users/a/deviceManagementTroubleshootingEvents', 'DeviceManagementManagedDevices.Read.All'],
      [
        'GET',
        '/deviceManagement/managedDevices/d/deviceCompliancePolicyStates',
        'DeviceManagementConfiguration.Read.All',
      ],
      ['GET', '/deviceManagement/applePushNotificationCertificate', 'DeviceManagementServiceConfig.Read.All'],
      ['GET', '/deviceAppManagement/vppTokens', 'DeviceManagementApps.Read.All'],
      ['GET', '/admin/serviceAnnouncement/issues', 'ServiceHealth.Read.All'],
      ['GET', '/users/a/transitiveMemberOf/microsoft.graph.group', 'GroupMember.Read.All'],
      ['GET', '/users/a', 'User.Read.All'],
      ['GET', '/users/a/mailFolders/inbox/messages/delta', 'Mail.Read'],
      ['POST', '/users/a/sendMail', 'Mail.Send'],
      ['POST', '/users/a/onlineMeetings', 'OnlineMeetings.ReadWrite.All'],
      [
        'POST',
        '/deviceManagement/managedDevices/d/wipe',
        'DeviceManagementManagedDevices.PrivilegedOperations.All',
      ],
    ])('names the permission that %s %s needs', async (method, path, permission) => {
      server.answer = () => ({
        status: 403,
        body: { error: { code: 'Forbidden', message: 'Insufficient privileges' } },
      })
      const asked = method === 'GET' ? graph.get(path) : graph.post(path)
      await expect(asked).rejects.toMatchObject({ code: 'permission-missing', permission, retryable: false })
    })

    it('reads the JSON inside a text, and keeps the ids that Microsoft asks for', async () => {
      const message = JSON.stringify({
        _version: 3,
        Message:
          'An internal server error has occurred - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: 3e43f1c7-dece-4c29-8770-9d1ceae7e86e - Url: https://fef.example/DeviceFE?sig=canary',
      })
      server.answer = () => ({
        status: 500,
        body: { error: { code: 'InternalServerError', message, innerError: { 'request-id': 'e0632382-b271' } } },
      })
      const failure = await graph
        .get('/deviceManagement/managedDevices')
        .catch((error: unknown) => error as GraphFailure)
      expect(failure).toMatchObject({
        code: 'unavailable',
        status: 500,
        graphCode: 'InternalServerError',
        answer: 'An internal server error has occurred',
        activityId: '3e43f1c7-dece-4c29-8770-9d1ceae7e86e',
        requestId: 'e0632382-b271',
        retryable: true,
      })
    })

    it.each([
      ['an empty body', { status: 504 }, 'unavailable', ''],
      [
        'HTML',
        { status: 504, body: '<html><body><h1>Gateway Timeout</h1></body></html>' },
        'unavailable',
        'Gateway Timeout',
      ],
      ['HTML with 200', { status: 200, body: '<html>sign in</html>' }, 'bad-answer', 'no JSON in the answer'],
      [
        'a message that is nearly JSON',
        { status: 400, body: { error: { code: 'BadRequest', message: '{ no' } } },
        'refused',
        '{ no',
      ],
      ['an error that is text', { status: 409, body: { error: 'conflict' } }, 'refused', 'conflict'],
      ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'bad-answer', ''],
      [
        'nobody',
        { status: 404, body: { error: { code: 'Request_ResourceNotFound', message: 'gone' } } },
        'not-found',
        'gone',
      ],
    ])('understands %s', async (_what, answer, code, said) => {
      server.answer = () => answer
      await expect(graph.get('/users/a')).rejects.toMatchObject({ code, answer: said })
    })

    it('does not ask twice for what may have had an effect', async () => {
      server.answer = () => ({ status: 503 })
      await expect(graph.post('/users/a/sendMail', { body: {} })).rejects.toMatchObject({ code: 'unavailable' })
      expect(server.asked()).toHaveLength(1)
    })
  })

  it.each([
    ['another host', () => 'https://evil.example/v1.0/users?page=2'],
    ['another scheme', () => server.url.replace('http:', 'ftp:')],
    ['somebody in front of the host', () => server.url.replace('://', '://user@')],
  ])('does not follow a link to %s', async (_what, link) => {
    server.answer = () => ({ body: { value: [{ id: 'a' }], '@odata.nextLink': link() } })
    await expect(graph.list('/users')).rejects.toMatchObject({ code: 'bad-answer' })
    expect(server.asked()).toHaveLength(1)
  })

  it('does not walk in a circle', async () => {
    server.answer = () => ({ body: { value: [], '@odata.nextLink': `${server.url}/v1.0/users?page=2` } })
    await expect(graph.list('/users')).rejects.toMatchObject({ code: 'bad-answer' })
    expect(server.asked()).toHaveLength(2)
  })

  it('ends a round of changes with the link of the next, and says when a link is too old', async () => {
    const next = `${server.url}/v1.0/users/delta?$deltatoken=1`
    inTurn(
      { body: { value: [{ id: 'a' }, { id: 'a', '@removed': {} }], '@odata.deltaLink': next } },
      {
        status: 410,
        body: { error: { code: 'resyncRequired', message: 'start again' } },
      },
    )
    const pages = []
    for await (const page of graph.delta('/users/delta?$select=id')) pages.push(page)
    expect(pages).toEqual([{ items: [{ id: 'a' }, { id: 'a', '@removed': {} }], deltaLink: next }])
    const again = async (): Promise<void> => {
      for await (const _page of graph.delta(next)) void _page
    }
    await expect(again()).rejects.toMatchObject({ code: 'gone' })
  })

  it('stops when it is told to, also while it waits', async () => {
    const stop = new AbortController()
    pace.wait = async (_ms, signal) => {
      stop.abort(new Error('nobody wants it any more'))
      signal?.throwIfAborted()
    }
    server.answer = () => busy('5')
    await expect(graph.get('/users/a', { signal: stop.signal })).rejects.toThrow('nobody wants it any more')
  })

  it('says nothing secret in its log or its failures', async () => {
    server.answer = ({ headers }) => ({
      status: 503,
      body: {
        error: { code: 'x', message: `no ${String(headers['authorization'])} https://x.example/?sig=canary-sig` },
      },
    })
    const failure = await graph.get('/users/a').catch((error: unknown) => error as GraphFailure)
    server.signIn = ({ body }) => ({
      status: 400,
      body: { error: 'invalid_request', error_description: `AADSTS9: ${body}` },
    })
    const signIn = await graph.signIn().catch((error: unknown) => error as GraphFailure)
    const log = createLog('trace', { write: (line: string) => void written.push(line) })
    log.error({ err: failure }, 'failed')
    log.error({ err: signIn }, 'failed')
    expect(written.length).toBeGreaterThan(3)
    expect(written.join('')).not.toMatch(/canary|token-\d/)
  })
})
